package dev.erpkit.accounting.payment;

/** Which way money goes. */
public enum PaymentDirection {
    /** To us: from a customer, or back from a supplier. */
    RECEIVED("received", 1),
    /** From us: to a supplier, or back to a customer. */
    SENT("sent", -1);

    private final String text;
    private final int sign;

    PaymentDirection(String text, int sign) {
        this.text = text;
        this.sign = sign;
    }

    /** The stable name, such as {@code received}. */
    public String text() {
        return text;
    }

    /** 1 when the bank account grows by it, -1 when it shrinks. */
    int sign() {
        return sign;
    }
}
