package dev.erpkit.accounting.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A column of a statement: a day or a period.
 *
 * @param label what people read above it
 * @param from the first day of the period; empty means from the beginning of the books
 * @param through the last day, inclusive
 */
public record StatementColumn(String label, Optional<LocalDate> from, LocalDate through) {
    /** The state at the end of a day, labelled with the day. */
    public static StatementColumn asOf(LocalDate day) {
        return new StatementColumn(day.toString(), Optional.empty(), day);
    }

    /** A period, labelled with its last day. */
    public static StatementColumn between(LocalDate startInclusive, LocalDate endExclusive) {
        LocalDate last = endExclusive.minusDays(1);
        return new StatementColumn(last.toString(), Optional.of(startInclusive), last);
    }

    /** The same with another label. */
    public StatementColumn labelled(String other) {
        return new StatementColumn(other, from, through);
    }
}
