package dev.erpkit.crm.behaviour;

import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The length of the periods in which purchases are counted; several of one customer in one period count once. */
public enum Span {
    /** Days. */
    DAY("day"),
    /** Weeks from Monday to Sunday. */
    WEEK("week"),
    /** Calendar months. */
    MONTH("month"),
    /** Calendar years. */
    YEAR("year");

    private final String text;

    Span(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The span with this stable name.
     *
     * @throws InvalidValueException {@code behaviour.unknown-span}
     */
    public static Span parse(String text) {
        for (Span span : values()) {
            if (span.text.equals(text)) {
                return span;
            }
        }
        throw new InvalidValueException("Span", "text", "behaviour.unknown-span", "is not the name of a span: " + text);
    }

    /** The first day of the period in which a day lies. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** How many periods lie between the periods of two days. */
    public int between(LocalDate from, LocalDate to) {
        LocalDate first = startOf(from);
        LocalDate last = startOf(to);
        return (int)
                switch (this) {
                    case DAY -> ChronoUnit.DAYS.between(first, last);
                    case WEEK -> ChronoUnit.WEEKS.between(first, last);
                    case MONTH -> ChronoUnit.MONTHS.between(first, last);
                    case YEAR -> ChronoUnit.YEARS.between(first, last);
                };
    }
}
