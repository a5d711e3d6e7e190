package dev.erpkit.accounting.deferral;

/** What is deferred; the role of its amounts in events is {@code deferred-revenue} or {@code deferred-expense}. */
public enum DeferralKind {
    /** Invoiced to a customer, earned as the service is given. */
    REVENUE("deferred-revenue"),
    /** Billed by a supplier, spent as the service is taken. */
    EXPENSE("deferred-expense");

    private final String role;

    DeferralKind(String role) {
        this.role = role;
    }

    /** The role of its amounts, positive when deferred turns into income or expense. */
    public String role() {
        return role;
    }
}
