package dev.erpkit.hr.japan.leave;

import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;

/**
 * The grants of annual paid leave by law.
 *
 * <p>Worked: hired on 2020-04-01 for five days a week, the third grant is 12 days on 2022-10-01 and expires at the end of
 * 2024-09-30.
 */
public final class AnnualLeave {
    /** Article 39 (1) and (2): days after 0.5, 1.5 ... 6.5 years and more. */
    private static final int[] FULL = {10, 11, 12, 14, 16, 18, 20};

    /** Article 24-3 of the Ordinance: by days a week from 1 to 4. */
    private static final int[][] PROPORTIONAL = {
        {0, 0, 0, 0, 0, 0, 0},
        {1, 2, 2, 2, 3, 3, 3},
        {3, 4, 4, 5, 6, 6, 7},
        {5, 6, 6, 8, 9, 10, 11},
        {7, 8, 9, 10, 12, 13, 15}
    };

    private AnnualLeave() {}

    /**
     * The days of a grant to somebody who attended enough.
     *
     * @param index from 0: after half a year, one and a half, and so on ({@code annual-leave.index})
     */
    public static int days(int index, WorkPattern pattern) {
        requireIndex(index);
        int column = Math.min(index, FULL.length - 1);
        return pattern.isFull() ? FULL[column] : PROPORTIONAL[pattern.row()][column];
    }

    /** The day of a grant: when half a year and {@code index} whole years of service have passed. */
    public static LocalDate day(LocalDate hired, int index) {
        requireIndex(index);
        return passed(hired, 6 + 12L * index);
    }

    /**
     * A grant, or what there is of it when attendance was too low: the service counts all the same.
     *
     * @param hired the first day of service without interruption
     * @param index from 0
     * @param pattern on the day of the grant
     * @param attendance in the six months before the first grant, in the year before a later one
     */
    public static StatutoryGrant grant(LocalDate hired, int index, WorkPattern pattern, AttendanceRate attendance) {
        LocalDate on = day(hired, index);
        int table = days(index, pattern);
        int days = attendance.isEnough() ? table : 0;
        TraceStep trace = TraceStep.of("LSA art. 39 (1)-(3)", days)
                .with("hired", hired)
                .with("index", index)
                .with("table", pattern.isFull() ? "full" : "proportional " + pattern.row())
                .with("byTable", table)
                .with("scheduledDays", attendance.scheduled())
                .with("attendedDays", attendance.attended());
        return new StatutoryGrant(index, on, days, passed(on, 24), trace);
    }

    /**
     * The day on which a number of months from the beginning of a day have passed: that with the same number, or where the
     * month has none the first of the next (Civil Code, article 143 (2)).
     */
    static LocalDate passed(LocalDate from, long months) {
        LocalDate day = from.plusMonths(months);
        return day.getDayOfMonth() == from.getDayOfMonth() ? day : day.plusDays(1);
    }

    private static void requireIndex(int index) {
        if (index < 0 || index > 100) {
            throw new InvalidValueException("AnnualLeave", "index", "annual-leave.index", "must be 0 to 100");
        }
    }
}
