package dev.erpkit.core.worktime;

import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * The periods of work on each day of the week.
 *
 * @param periods in their order, by day; a day that is not named is free
 */
public record WorkWeek(ImmutableMap<DayOfWeek, ImmutableList<WorkPeriod>> periods) {
    private static final WorkWeek FREE = new WorkWeek(Maps.immutable.empty());

    /** Sorts the periods of each day and checks that none overlap: {@code work-week.overlap}. */
    public WorkWeek {
        periods = periods.collectValues((day, of) -> sorted(of));
    }

    static ImmutableList<WorkPeriod> sorted(ImmutableList<WorkPeriod> periods) {
        ImmutableList<WorkPeriod> sorted = periods.toSortedList().toImmutable();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                throw new InvalidValueException(
                        "WorkWeek", "periods", "work-week.overlap", "must not overlap on one day");
            }
        }
        return sorted;
    }

    /** A week without work yet. */
    public static WorkWeek free() {
        return FREE;
    }

    /** Every hour of every day. */
    public static WorkWeek always() {
        return FREE.on("00:00-24:00", DayOfWeek.values());
    }

    /** The same periods from Monday to Friday, written as {@code 09:00-17:30}. */
    public static WorkWeek mondayToFriday(String... periods) {
        WorkWeek week = FREE;
        for (String period : periods) {
            week = week.on(
                    period,
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY);
        }
        return week;
    }

    /** The same week with one more period on some days, written as {@code 09:00-17:30}. */
    public WorkWeek on(String period, DayOfWeek... days) {
        WorkPeriod more = WorkPeriod.parse(period);
        WorkWeek week = this;
        for (DayOfWeek day : days) {
            week = new WorkWeek(week.periods.newWithKeyValue(day, week.of(day).newWith(more)));
        }
        return week;
    }

    /** The periods of a day of the week. */
    public ImmutableList<WorkPeriod> of(DayOfWeek day) {
        ImmutableList<WorkPeriod> of = periods.get(day);
        return of == null ? Lists.immutable.empty() : of;
    }
}
