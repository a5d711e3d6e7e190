package dev.erpkit.hr.japan.labour;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.time.DailyWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Function;

/**
 * The work rules of an employer as far as the law's classification needs them.
 *
 * @param zone whose clocks tell days and nights
 * @param scheduled the scheduled time of a workday, up to eight hours
 * @param kinds what each calendar day is; answers the same for the same day
 * @param weekStart the first day of the week of forty hours; Sunday where the rules say nothing
 * @param weekly the limit of a week: forty hours, or forty-four for the small businesses of article 25-2 of the Ordinance
 */
public record WorkRules(
        ZoneId zone, Duration scheduled, Function<LocalDate, DayKind> kinds, DayOfWeek weekStart, Duration weekly) {
    /** The limit of a day: article 32 (2). */
    static final Duration DAILY = Duration.ofHours(8);

    /** The night of article 37 (4). */
    static final DailyWindow NIGHT = new DailyWindow(LocalTime.of(22, 0), LocalTime.of(5, 0));

    /** Checks the scheduled time ({@code labour.scheduled}) and the limit of a week ({@code labour.weekly}). */
    public WorkRules {
        if (scheduled.isNegative() || scheduled.compareTo(DAILY) > 0) {
            throw new InvalidValueException(
                    "WorkRules",
                    "scheduled",
                    "labour.scheduled",
                    "must be up to eight hours a day; modified working hours are not covered");
        }
        if (weekly.compareTo(Duration.ofHours(40)) != 0 && weekly.compareTo(Duration.ofHours(44)) != 0) {
            throw new InvalidValueException(
                    "WorkRules", "weekly", "labour.weekly", "must be 40 hours, or 44 for some small businesses");
        }
    }

    /** Rules with the same days in every week, a week from Sunday and forty hours. */
    public static WorkRules of(ZoneId zone, Duration scheduled, DayOfWeek statutoryHoliday, DayOfWeek... restDays) {
        return new WorkRules(
                zone,
                scheduled,
                day -> {
                    if (day.getDayOfWeek() == statutoryHoliday) {
                        return DayKind.STATUTORY_HOLIDAY;
                    }
                    for (DayOfWeek rest : restDays) {
                        if (day.getDayOfWeek() == rest) {
                            return DayKind.REST_DAY;
                        }
                    }
                    return DayKind.WORKDAY;
                },
                DayOfWeek.SUNDAY,
                Duration.ofHours(40));
    }

    DayKind kind(LocalDate day) {
        return kinds.apply(day);
    }

    LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(weekStart));
    }
}
