package dev.erpkit.core.calendar;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/**
 * A half-open range of dates, at least one day long: the end is the first day that no longer belongs to it, so that
 * neighbours meet without a gap and without sharing a day. {@link LocalDate#MIN} as start and {@link LocalDate#MAX} as end
 * stand for no bound; a range without an end contains {@code LocalDate.MAX} too.
 *
 * @param startInclusive the first day, or {@code LocalDate.MIN}
 * @param endExclusive the day after the last day, or {@code LocalDate.MAX}
 */
public record DateRange(LocalDate startInclusive, LocalDate endExclusive) implements Comparable<DateRange> {
    private static final DateRange ALL = new DateRange(LocalDate.MIN, LocalDate.MAX);
    private static final String OPEN = "..";
    private static final Comparator<DateRange> ORDER =
            Comparator.comparing(DateRange::startInclusive).thenComparing(DateRange::endExclusive);

    /** Checks the order: refused with {@code date-range.order} unless the start is before the end. */
    public DateRange {
        if (!startInclusive.isBefore(endExclusive)) {
            throw new InvalidValueException(
                    "DateRange",
                    "endExclusive",
                    "date-range.order",
                    "must be after the start " + startInclusive + " but is " + endExclusive);
        }
    }

    /** The range from a day to the day before {@code endExclusive}. */
    public static DateRange of(LocalDate startInclusive, LocalDate endExclusive) {
        return new DateRange(startInclusive, endExclusive);
    }

    /** The range from a first to a last day, both in it; {@code LocalDate.MAX} as last day gives no end. */
    public static DateRange ofClosed(LocalDate first, LocalDate last) {
        return new DateRange(first, last.equals(LocalDate.MAX) ? last : last.plusDays(1));
    }

    /** A single day. */
    public static DateRange ofDay(LocalDate day) {
        return ofClosed(day, day);
    }

    /** From a day on, without end. */
    public static DateRange from(LocalDate startInclusive) {
        return new DateRange(startInclusive, LocalDate.MAX);
    }

    /** All days before a day. */
    public static DateRange until(LocalDate endExclusive) {
        return new DateRange(LocalDate.MIN, endExclusive);
    }

    /** All days. */
    public static DateRange all() {
        return ALL;
    }

    /**
     * Reads what {@link #toString()} writes: two ISO dates with a slash, {@code ..} for no bound.
     *
     * @throws InvalidValueException {@code date-range.format} or {@code date-range.order}
     */
    public static DateRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw malformed();
        }
        return new DateRange(
                bound(text.substring(0, slash), LocalDate.MIN), bound(text.substring(slash + 1), LocalDate.MAX));
    }

    private static LocalDate bound(String text, LocalDate open) {
        try {
            return text.equals(OPEN) ? open : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            InvalidValueException refused = malformed();
            refused.initCause(e);
            throw refused;
        }
    }

    private static InvalidValueException malformed() {
        return new InvalidValueException(
                "DateRange",
                "text",
                "date-range.format",
                "must be start/end as ISO dates, with .. for no bound, such as 2026-04-01/2027-04-01");
    }

    /** Tells whether there is a first day. */
    public boolean hasStart() {
        return !startInclusive.equals(LocalDate.MIN);
    }

    /** Tells whether there is a last day. */
    public boolean hasEnd() {
        return !endExclusive.equals(LocalDate.MAX);
    }

    /** The last day in the range, {@code LocalDate.MAX} without an end. */
    public LocalDate lastDay() {
        return hasEnd() ? endExclusive.minusDays(1) : endExclusive;
    }

    /** Tells whether a day is in the range. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(startInclusive) && (day.isBefore(endExclusive) || !hasEnd());
    }

    /** Tells whether every day of another range is in this one. */
    public boolean encloses(DateRange other) {
        return !other.startInclusive.isBefore(startInclusive) && !other.endExclusive.isAfter(endExclusive);
    }

    /** Tells whether the two ranges share a day. */
    public boolean overlaps(DateRange other) {
        return startInclusive.isBefore(other.endExclusive) && other.startInclusive.isBefore(endExclusive);
    }

    /** Tells whether one range ends where the other starts: no gap, no shared day. */
    public boolean abuts(DateRange other) {
        return endExclusive.equals(other.startInclusive) || other.endExclusive.equals(startInclusive);
    }

    /** The days in both ranges, empty when they share none. */
    public Optional<DateRange> intersection(DateRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        LocalDate start = startInclusive.isAfter(other.startInclusive) ? startInclusive : other.startInclusive;
        LocalDate end = endExclusive.isBefore(other.endExclusive) ? endExclusive : other.endExclusive;
        return Optional.of(new DateRange(start, end));
    }

    /** The shortest range that encloses both, including any gap between them. */
    public DateRange span(DateRange other) {
        LocalDate start = startInclusive.isBefore(other.startInclusive) ? startInclusive : other.startInclusive;
        LocalDate end = endExclusive.isAfter(other.endExclusive) ? endExclusive : other.endExclusive;
        return new DateRange(start, end);
    }

    /**
     * The number of days.
     *
     * @throws InvalidValueException {@code date-range.unbounded} when a bound is missing
     */
    public long days() {
        if (!hasStart() || !hasEnd()) {
            throw new InvalidValueException(
                    "DateRange",
                    "days",
                    "date-range.unbounded",
                    "has no number of days; bound the range " + this + " first");
        }
        return ChronoUnit.DAYS.between(startInclusive, endExclusive);
    }

    /** By start, then by end. */
    @Override
    public int compareTo(DateRange other) {
        return ORDER.compare(this, other);
    }

    /** {@code 2026-04-01/2027-04-01}: the first day, a slash, the day after the last; {@code ..} for no bound. */
    @Override
    public String toString() {
        return (hasStart() ? startInclusive.toString() : OPEN) + "/" + (hasEnd() ? endExclusive.toString() : OPEN);
    }
}
