package dev.erpkit.hr.leave;

/**
 * How an entitlement is spread over periods when a period's part must be a multiple of a step. Peers differ: 22 days over 12
 * months in whole days are 2 for eleven months and then 0 by {@link #EACH_ROUNDED}, and 2, 2, 2, 1, 2, 2, 2, 2, 2, 1, 2, 2 or the like
 * by {@link #CUMULATIVE}. Both come to the entitlement in the end, and never above it on the way.
 */
public enum AccrualSpread {
    /** Each period has its part rounded half up; once the entitlement is used up nothing more, and the last takes the rest. */
    EACH_ROUNDED("each-rounded"),
    /** What has accrued by the end of each period is rounded half up; a period has the difference to the one before. */
    CUMULATIVE("cumulative");

    private final String text;

    AccrualSpread(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }
}
