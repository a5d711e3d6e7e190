package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;

/** Where rounding happens. In every case the last row takes what is left, so that a schedule ends exactly. */
public enum RowRounding {
    /** Every row by itself: 1,000.00 over 12 months is eleven rows of 83.33 and one of 83.37. */
    EACH_ROW("each-row"),
    /** The sum of the rows so far, so that no row is further than a unit from its exact amount. */
    CUMULATIVE("cumulative"),
    /** The amount of a year; its rows are rounded by themselves, and the last one of the year takes what is left of it. */
    EACH_YEAR("each-year");

    private final String text;

    RowRounding(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code each-row}. */
    public String text() {
        return text;
    }

    /**
     * The rule with this stable name.
     *
     * @throws InvalidValueException {@code asset.unknown-name}
     */
    public static RowRounding parse(String text) {
        return Names.parse(values(), RowRounding::text, "RowRounding", text);
    }
}
