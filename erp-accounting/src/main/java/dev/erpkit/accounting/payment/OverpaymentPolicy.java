package dev.erpkit.accounting.payment;

/** What becomes of the part of a payment that meets no open item. */
public enum OverpaymentPolicy {
    /** It stays open as an advance on account, to be applied later. */
    KEEP_ON_ACCOUNT("keep-on-account"),
    /** It is written off where the limit allows, and stays an advance where it does not. */
    WRITE_OFF("write-off"),
    /** It is paid back: a payment the other way is recorded with it. */
    REFUND("refund"),
    /** The payment is refused: {@code payment.overpaid}. */
    REFUSE("refuse");

    private final String text;

    OverpaymentPolicy(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code keep-on-account}. */
    public String text() {
        return text;
    }
}
