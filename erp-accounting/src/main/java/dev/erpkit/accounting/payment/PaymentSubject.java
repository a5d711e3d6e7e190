package dev.erpkit.accounting.payment;

/** What a payment is set off against, and so the role of its amount in the accounting event. */
public enum PaymentSubject {
    /** The claims on a customer. */
    RECEIVABLE("receivable"),
    /** The debts to a supplier. */
    PAYABLE("payable"),
    /** An advance of a customer, before there is an invoice, on an account of its own. */
    ADVANCE_RECEIVED("advance-received"),
    /** An advance to a supplier, before there is a bill, on an account of its own. */
    ADVANCE_PAID("advance-paid");

    private final String text;

    PaymentSubject(String text) {
        this.text = text;
    }

    /** The stable name, which is the role in accounting events, such as {@code receivable}. */
    public String text() {
        return text;
    }
}
