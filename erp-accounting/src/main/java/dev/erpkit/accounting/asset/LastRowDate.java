package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;

/** The date of the row in whose period the life ends. */
public enum LastRowDate {
    /** The last day of the period, as of every other row. */
    PERIOD_END("period-end"),
    /** The last day of the life. */
    LAST_DAY("last-day"),
    /** The first day that no longer belongs to the life. */
    DAY_AFTER("day-after");

    private final String text;

    LastRowDate(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code period-end}. */
    public String text() {
        return text;
    }

    LocalDate of(LocalDate periodEnd, LocalDate lifeEndExclusive) {
        LocalDate day = this == DAY_AFTER ? lifeEndExclusive : lifeEndExclusive.minusDays(1);
        return this == PERIOD_END || day.isAfter(periodEnd) ? periodEnd : day;
    }

    /**
     * The rule with this stable name.
     *
     * @throws InvalidValueException {@code asset.unknown-name}
     */
    public static LastRowDate parse(String text) {
        return Names.parse(values(), LastRowDate::text, "LastRowDate", text);
    }
}
