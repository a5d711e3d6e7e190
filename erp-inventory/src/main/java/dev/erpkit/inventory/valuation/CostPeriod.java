package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;

/** The time over which a periodic average is taken. */
public enum CostPeriod {
    /** One day. */
    DAY("day"),
    /** A calendar month. */
    MONTH("month"),
    /** Three calendar months, from January on. */
    QUARTER("quarter"),
    /** A calendar year. */
    YEAR("year");

    private final String text;

    CostPeriod(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code day}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static CostPeriod parse(String text) {
        return Names.parse(values(), CostPeriod::text, "CostPeriod", text);
    }

    /** The first day of the period that contains a day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }
}
