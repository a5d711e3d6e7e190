package dev.erpkit.accounting.terms;

/** Why a payment earns a cash discount or not. */
public enum DiscountReason {
    /** It does. */
    GRANTED("granted"),
    /** It came after the last day of every step. */
    TOO_LATE("too-late"),
    /** The invoice had its discount with an earlier payment. */
    GIVEN_BEFORE("given-before"),
    /** It leaves more open than the discount, or is not the only payment where one is asked for. */
    NOT_IN_FULL("not-in-full"),
    /** It leaves nothing open, so that nothing is left to be given up. */
    NOT_TAKEN("not-taken"),
    /** There is nothing to discount. */
    NOTHING("nothing");

    private final String text;

    DiscountReason(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }
}
