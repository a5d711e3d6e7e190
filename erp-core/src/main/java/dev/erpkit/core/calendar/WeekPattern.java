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
    THIRTEEN_FOURS(4);

    private static final int WEEKS = 52;

    private final int[] cycle;

    WeekPattern(int... cycle) {
        this.cycle = cycle;
    }

    /** The first days of the periods of a year that starts on a date. */
    ImmutableList<LocalDate> periodStarts(LocalDate start) {
        MutableList<LocalDate> starts = Lists.mutable.empty();
        int week = 0;
        for (int period = 0; week < WEEKS; period++) {
            starts.add(start.plusWeeks(week));
            week += cycle[period % cycle.length];
        }
        return starts.toImmutable();
    }
}
