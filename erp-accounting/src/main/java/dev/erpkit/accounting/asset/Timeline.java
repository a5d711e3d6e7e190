package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.PeriodGrid.Slot;
import java.time.LocalDate;

/**
 * Time in ticks since the start of a life: whole numbers of a unit so small that every period of the life has a whole
 * number of them, so that shares of time are exact.
 */
final class Timeline {
    private final Timing timing;
    private final DayCount days;
    private final int periodMonths;
    private final LocalDate start;

    /** Half months since year 0 at which the life starts, for the rules that count months. */
    private final long startIndex;

    /** Ticks of a month, where months have a fixed number of them. */
    private final long month;

    private final long life;
    private final LocalDate endExclusive;

    /**
     * The time of one life.
     *
     * @param first the period of the first row; a start before it counts as its first day
     * @param cut a period that may be cut short by a disposal
     */
    Timeline(DepreciationTerms terms, LocalDate inUse, PeriodGrid grid, Slot first, Slot cut) {
        this.timing = terms.timing();
        this.days = terms.dayCount();
        this.periodMonths = grid.months();
        this.start = inUse.isBefore(first.start()) ? first.start() : inUse;
        this.startIndex = startIndex(first);
        this.month = switch (timing) {
            case DAYS_OF_PERIOD -> length(first) * (cut.equals(first) ? 1 : length(cut));
            case DAYS_OF_YEAR -> days.commonYear();
            case DAYS_OF_LIFE -> 1;
            default -> 2;
        };
        this.endExclusive =
                timing.countsDays() ? start.plusMonths(terms.lifeMonths()) : day(startIndex + 2L * terms.lifeMonths());
        this.life = timing == Timing.DAYS_OF_LIFE ? days.days(start, endExclusive) : month * terms.lifeMonths();
    }

    private long startIndex(Slot first) {
        return switch (timing) {
            case HALF_MONTH -> 2 * monthOf(start) + 1;
            case HALF_YEAR -> monthOf(first.yearStart()) + monthOf(first.yearEnd());
            case FULL_YEAR -> 2 * monthOf(first.yearStart());
            default -> 2 * monthOf(start);
        };
    }

    private static long monthOf(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }

    private static LocalDate day(long halfMonths) {
        long month = Math.floorDiv(halfMonths, 2);
        LocalDate first = LocalDate.of((int) Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
        return halfMonths % 2 == 0 ? first : first.plusDays(15);
    }

    private long length(Slot slot) {
        return days.days(slot.start(), slot.endExclusive());
    }

    LocalDate start() {
        return start;
    }

    /** The day after the last of the life. */
    LocalDate endExclusive() {
        return endExclusive;
    }

    /** The ticks of the life. */
    long life() {
        return life;
    }

    /** The tick at the end of a period or of a part of it, given the tick at its start. */
    long after(Slot slot, LocalDate until, long tick) {
        LocalDate from = slot.start().isBefore(start) ? start : slot.start();
        if (!until.isAfter(from)) {
            return tick;
        }
        return switch (timing) {
            case DAYS_OF_PERIOD -> {
                boolean whole = from.equals(slot.start()) && until.equals(slot.endExclusive());
                long ticks = month * periodMonths;
                yield tick + (whole ? ticks : ticks / length(slot) * days.days(from, until));
            }
            case DAYS_OF_YEAR -> tick + 12 * month / days.yearBefore(slot.yearEnd()) * days.days(from, until);
            case DAYS_OF_LIFE -> tick + days.days(from, until);
            default ->
                Math.max(tick, 2 * (until.getDayOfMonth() == 1 ? monthOf(until) : monthOf(until) + 1) - startIndex);
        };
    }

    /** The ticks of the year that a period is in. */
    long year(Slot slot) {
        return timing == Timing.DAYS_OF_LIFE ? days.yearBefore(slot.yearEnd()) : 12 * month;
    }

    /** The ticks of a whole period. */
    long period(Slot slot) {
        return switch (timing) {
            case DAYS_OF_YEAR -> 12 * month / days.yearBefore(slot.yearEnd()) * length(slot);
            case DAYS_OF_LIFE -> length(slot);
            default -> month * periodMonths;
        };
    }
}
