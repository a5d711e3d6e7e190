package dev.erpkit.accounting.chart;

/** The two sides of an account. In the model a debit is a positive amount and a credit a negative one. */
public enum Side {
    /** Left side, positive. */
    DEBIT,
    /** Right side, negative. */
    CREDIT;

    /** A signed (debit-positive) amount as seen from this side. */
    public long view(long signedMinor) {
        return this == DEBIT ? signedMinor : Math.negateExact(signedMinor);
    }
}
