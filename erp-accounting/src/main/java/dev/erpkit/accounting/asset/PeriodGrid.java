package dev.erpkit.accounting.asset;

import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.FiscalPeriod;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The periods in which an asset is depreciated, each with the year it belongs to: groups of the periods of a fiscal
 * calendar, or equal steps of months around a day of the first row. Periods that were asked for are kept, so that a run
 * over many assets makes them once; safe for many threads.
 */
public final class PeriodGrid {
    /** More rows than any life has; what would be longer is a slip of the pen. */
    private static final int MAX_SLOTS = 6000;

    /**
     * A period.
     *
     * @param start the first day
     * @param endExclusive the day after the last
     * @param lastDay the last day
     * @param yearStart the first day of its year
     * @param yearEnd the day after the last of its year
     */
    record Slot(LocalDate start, LocalDate endExclusive, LocalDate lastDay, LocalDate yearStart, LocalDate yearEnd) {
        static Slot of(LocalDate start, LocalDate endExclusive, LocalDate yearStart, LocalDate yearEnd) {
            return new Slot(start, endExclusive, endExclusive.minusDays(1), yearStart, yearEnd);
        }
    }

    private interface Source {
        /** The periods of the year that a day is in, in the order of time. */
        Slot[] yearOf(LocalDate day);
    }

    private final int months;
    private final Source source;
    private volatile Slot[] known = {};

    private PeriodGrid(int months, Source source) {
        this.months = months;
        this.source = source;
    }

    /**
     * Groups of the periods of a fiscal calendar.
     *
     * @param months 1 for each period, 3, 6 or 12 for a quarter, half or whole year
     * @throws InvalidValueException {@code asset.frequency}
     */
    public static PeriodGrid of(FiscalCalendar calendar, int months) {
        check(months, false);
        return new PeriodGrid(months, day -> grouped(calendar.yearOf(day), months));
    }

    static void check(int months, boolean stepped) {
        boolean ofYear = months == 1 || months == 3 || months == 6 || months == 12;
        if (stepped ? months < 1 || months > 120 : !ofYear) {
            throw new InvalidValueException(
                    "PeriodGrid",
                    "months",
                    "asset.frequency",
                    "must be 1, 3, 6 or 12 in a fiscal calendar and 1 to 120 in steps but is " + months);
        }
    }

    private static Slot[] grouped(FiscalYear year, int months) {
        int periods = year.periods().size();
        // a calendar of 13 periods a year has no quarters: its groups are as even as they come
        int size = months == 12 ? periods : months;
        Slot[] slots = new Slot[(periods + size - 1) / size];
        for (int i = 0; i < slots.length; i++) {
            FiscalPeriod first = year.periods().get(i * size);
            FiscalPeriod last = year.periods().get(Math.min((i + 1) * size, periods) - 1);
            slots[i] = Slot.of(
                    first.range().startInclusive(),
                    last.range().endExclusive(),
                    year.range().startInclusive(),
                    year.range().endExclusive());
        }
        return slots;
    }

    /**
     * Equal steps of months: a period ends on the given day and on the same day of every further step; after the last day
     * of a month come last days of months. The periods of twelve months in a row are a year, counted from the first.
     *
     * @param firstRow the last day of the first period
     * @param months 1 to 120
     * @throws InvalidValueException {@code asset.frequency}
     */
    public static PeriodGrid every(int months, LocalDate firstRow) {
        check(months, true);
        int inYear = months < 12 && 12 % months == 0 ? 12 / months : 1;
        return new PeriodGrid(months, day -> stepped(firstRow, months, inYear, day));
    }

    private static Slot[] stepped(LocalDate firstRow, int months, int inYear, LocalDate day) {
        long apart =
                (day.getYear() * 12L + day.getMonthValue()) - (firstRow.getYear() * 12L + firstRow.getMonthValue());
        long year = Math.floorDiv(apart, (long) months * inYear) - 1;
        while (!end(firstRow, months, (year + 1) * inYear - 1).isAfter(day)) {
            year++;
        }
        Slot[] slots = new Slot[inYear];
        LocalDate yearStart = end(firstRow, months, year * inYear - 1);
        LocalDate yearEnd = end(firstRow, months, (year + 1) * inYear - 1);
        for (int i = 0; i < inYear; i++) {
            slots[i] = Slot.of(
                    end(firstRow, months, year * inYear + i - 1),
                    end(firstRow, months, year * inYear + i),
                    yearStart,
                    yearEnd);
        }
        return slots;
    }

    /** The day after the period with this number ends. */
    private static LocalDate end(LocalDate firstRow, int months, long number) {
        LocalDate day = firstRow.plusMonths(number * months);
        boolean monthEnd = firstRow.getDayOfMonth() == firstRow.lengthOfMonth();
        return (monthEnd ? day.withDayOfMonth(day.lengthOfMonth()) : day).plusDays(1);
    }

    /** The months of a period. */
    public int months() {
        return months;
    }

    /** The first day of the period a day is in. */
    public LocalDate startOf(LocalDate day) {
        return at(day, 0).start();
    }

    /** The last day of the period a day is in. */
    public LocalDate lastDayOf(LocalDate day) {
        return at(day, 0).lastDay();
    }

    Slot at(LocalDate day, int behind) {
        Slot[] slots = through(day, behind);
        return slots[indexOf(slots, day) + behind];
    }

    /** The periods that are known, with at least so many behind the one a day is in. */
    Slot[] through(LocalDate day, int behind) {
        Slot[] slots = known;
        if (slots.length == 0 || day.isBefore(slots[0].start())) {
            slots = kept(day, slots.length == 0 ? day : slots[slots.length - 1].start());
        }
        while (!day.isBefore(slots[slots.length - 1].endExclusive()) || indexOf(slots, day) + behind >= slots.length) {
            if (behind > MAX_SLOTS) {
                throw new InvalidValueException(
                        "PeriodGrid", "life", "asset.life", "must end within " + MAX_SLOTS + " periods");
            }
            slots = kept(
                    slots[0].start(), slots[slots.length - 1].endExclusive().plusYears(19));
        }
        return slots;
    }

    static int indexOf(Slot[] slots, LocalDate day) {
        int low = 0;
        int high = slots.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (slots[middle].start().isAfter(day)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private Slot[] kept(LocalDate first, LocalDate last) {
        Slot[] slots = {};
        int size = 0;
        LocalDate day = source.yearOf(first)[0].start();
        while (!day.isAfter(last)) {
            Slot[] year = source.yearOf(day);
            if (size + year.length > slots.length) {
                slots = Arrays.copyOf(slots, Math.max(16, 2 * (size + year.length)));
            }
            System.arraycopy(year, 0, slots, size, year.length);
            size += year.length;
            day = year[year.length - 1].endExclusive();
        }
        Slot[] all = Arrays.copyOf(slots, size);
        known = all;
        return all;
    }
}
