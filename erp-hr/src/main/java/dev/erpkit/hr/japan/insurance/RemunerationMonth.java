package dev.erpkit.hr.japan.insurance;

/**
 * What a month counts for when a standard remuneration is decided.
 *
 * @param pay the remuneration of the month, in yen
 * @param days for which it was paid
 */
public record RemunerationMonth(long pay, int days) {
    /** Without the amount. */
    @Override
    public String toString() {
        return "RemunerationMonth of " + days + " days";
    }
}
