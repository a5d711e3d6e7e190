package dev.erpkit.crm.sales.billing;

/** What happens to the account of a customer. */
public sealed interface BillingChange {
    /**
     * A statement was issued.
     *
     * @param statement the statement
     */
    record Issued(BillingStatement statement) implements BillingChange {}
}
