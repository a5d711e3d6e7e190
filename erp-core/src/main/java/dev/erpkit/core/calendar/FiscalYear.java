package dev.erpkit.core.calendar;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A fiscal year, cut into periods that follow each other without a gap.
 *
 * @param id its name
 * @param range its days
 * @param periods its periods, in the order of time
 */
public record FiscalYear(FiscalYearId id, DateRange range, ImmutableList<FiscalPeriod> periods)
        implements Comparable<FiscalYear> {
    /** Checks the periods: refused with {@code fiscal-year.periods} unless they cover the year exactly, numbered from 1. */
    public FiscalYear {
        LocalDate reached = range.startInclusive();
        int index = 0;
        for (FiscalPeriod period : periods) {
            index++;
            if (!period.range().startInclusive().equals(reached)
                    || period.index() != index
                    || !period.year().equals(id)) {
                throw broken(id);
            }
            reached = period.range().endExclusive();
        }
        if (!reached.equals(range.endExclusive())) {
            throw broken(id);
        }
    }

    private static InvalidValueException broken(FiscalYearId id) {
        return new InvalidValueException(
                "FiscalYear",
                "periods",
                "fiscal-year.periods",
                "must cover year " + id + " in order without gap or overlap");
    }

    /** The number, such as 2026. */
    public int number() {
        return id.number();
    }

    /** The name, such as {@code 2026}; no two years of a calendar share it. */
    public String name() {
        return id.toString();
    }

    /**
     * The period a date of this year is in.
     *
     * @throws InvalidValueException {@code fiscal-year.date} when the date is not in this year
     */
    public FiscalPeriod periodOf(LocalDate date) {
        FiscalPeriod period = periods.detect(p -> p.range().contains(date));
        if (period == null) {
            throw new InvalidValueException(
                    "FiscalYear", "date", "fiscal-year.date", "must be in " + range + " but is " + date);
        }
        return period;
    }

    /** In the order of time. */
    @Override
    public int compareTo(FiscalYear other) {
        return range.compareTo(other.range);
    }

    /** The name. */
    @Override
    public String toString() {
        return name();
    }
}
