package dev.erpkit.core.calendar;

import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** How the 52 weeks of a year are grouped into periods. The 53rd week of a long year belongs to the last period. */
public enum WeekPattern {
    /** Twelve periods, in each quarter of 4, 4 and 5 weeks. */
    FOUR_FOUR_FIVE(4, 4, 5),
    /** Twelve periods, in each quarter of 4, 5 and 4 weeks. */
    FOUR_FIVE_FOUR(4, 5, 4),
    /** Twelve periods, in each quarter of 5, 4 and 4 weeks. */
    FIVE_FOUR_FOUR(5, 4, 4),
    /** Thirteen periods of 4 weeks. */
    THIRTEEN_FOURS(4, 4, 4);

    private static final int WEEKS = 52;

    private final int first;
    private final int second;
    private final int third;

    WeekPattern(int first, int second, int third) {
        this.first = first;
        this.second = second;
        this.third = third;
    }

    private int weeks(int period) {
        return switch (period % 3) {
            case 0 -> first;
            case 1 -> second;
            default -> third;
        };
    }

    /** The first days of the periods of a year that starts on a date. */
    ImmutableList<LocalDate> periodStarts(LocalDate start) {
        MutableList<LocalDate> starts = Lists.mutable.empty();
        int week = 0;
        for (int period = 0; week < WEEKS; period++) {
            starts.add(start.plusWeeks(week));
            week += weeks(period);
        }
        return starts.toImmutable();
    }
}
