package dev.erpkit.accounting.payment;

/** What becomes of the rest of an item that a payment settles only in part. */
public enum UnderpaymentPolicy {
    /** It stays open. */
    KEEP_OPEN("keep-open"),
    /** It is written off where the limit allows, and stays open where it does not. */
    WRITE_OFF("write-off"),
    /** The payment is refused: {@code payment.underpaid}. */
    REFUSE("refuse");

    private final String text;

    UnderpaymentPolicy(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code keep-open}. */
    public String text() {
        return text;
    }
}
