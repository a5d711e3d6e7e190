package dev.erpkit.hr.payroll;

/** When a correction of an earlier period is taxed. */
public enum TaxTreatment {
    /** With the payment that carries it: it counts into the bases of that payment. */
    WHEN_PAID("when-paid"),
    /** In the period that it corrects: the deductions of that period are corrected with it, those of the payment are not. */
    WHEN_EARNED("when-earned");

    private final String text;

    TaxTreatment(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code when-paid}. */
    public String text() {
        return text;
    }
}
