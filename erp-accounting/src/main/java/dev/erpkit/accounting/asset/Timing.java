package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;

/**
 * How the time of a period is weighed, above all of the first and the last one. The month rules move the start of the life
 * to a month boundary or to the middle of a month or year; the day rules count days by a {@link DayCount}. What a rule
 * takes from the first period the last one gets, for the life stays as long as it is.
 */
public enum Timing {
    /** The month of the start counts whole, as in Japan. */
    FULL_MONTH("full-month"),
    /** The month of the start counts half. */
    HALF_MONTH("half-month"),
    /** The fiscal year of the start counts half, wherever in it the start is. */
    HALF_YEAR("half-year"),
    /** The fiscal year of the start counts whole; what lies before the first period is in its row. */
    FULL_YEAR("full-year"),
    /** A whole period counts its months; a part of one counts by the days of the period. */
    DAYS_OF_PERIOD("days-of-period"),
    /** Every period counts by its days, as a part of the days of its year: 365 or 366. */
    DAYS_OF_YEAR("days-of-year"),
    /** Every period counts by its days, as a part of the days of the whole life. */
    DAYS_OF_LIFE("days-of-life");

    private final String text;

    Timing(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code full-month}. */
    public String text() {
        return text;
    }

    boolean countsDays() {
        return compareTo(DAYS_OF_PERIOD) >= 0;
    }

    /**
     * The rule with this stable name.
     *
     * @throws InvalidValueException {@code asset.unknown-name}
     */
    public static Timing parse(String text) {
        return Names.parse(values(), Timing::text, "Timing", text);
    }
}
