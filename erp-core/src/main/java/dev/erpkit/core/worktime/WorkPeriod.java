package dev.erpkit.core.worktime;

import dev.erpkit.core.value.InvalidValueException;
import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * A stretch of one day, to the second, half-open. Midnight as its end is the end of the day.
 *
 * @param startSecond the second of the day with which it begins, from 0
 * @param endSecond the second of the day before which it ends, up to 86,400
 */
public record WorkPeriod(int startSecond, int endSecond) implements Comparable<WorkPeriod> {
    static final int DAY_SECONDS = 86_400;

    /** Checks the bounds: {@code work-period.order}. */
    public WorkPeriod {
        if (startSecond < 0 || endSecond > DAY_SECONDS || startSecond >= endSecond) {
            throw new InvalidValueException(
                    "WorkPeriod",
                    "endSecond",
                    "work-period.order",
                    "must be after the start and within the day; a shift over midnight is two periods");
        }
    }

    /** From a time to another; midnight as the end is the end of the day. */
    public static WorkPeriod of(LocalTime start, LocalTime end) {
        return new WorkPeriod(
                start.toSecondOfDay(), end.equals(LocalTime.MIDNIGHT) ? DAY_SECONDS : end.toSecondOfDay());
    }

    /**
     * Reads {@code 09:00-17:30}; {@code 24:00} and {@code 00:00} as the end are the end of the day.
     *
     * @throws InvalidValueException {@code work-period.form} or {@code work-period.order}
     */
    public static WorkPeriod parse(String text) {
        int dash = text.indexOf('-');
        try {
            String end = text.substring(dash + 1);
            return of(
                    LocalTime.parse(text.substring(0, Math.max(0, dash))),
                    end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end));
        } catch (DateTimeException e) {
            InvalidValueException refused = new InvalidValueException(
                    "WorkPeriod", "text", "work-period.form", "must be written as 09:00-17:30");
            refused.initCause(e);
            throw refused;
        }
    }

    boolean overlaps(WorkPeriod other) {
        return startSecond < other.endSecond && other.startSecond < endSecond;
    }

    @Override
    public int compareTo(WorkPeriod other) {
        return Integer.compare(startSecond, other.startSecond);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return LocalTime.ofSecondOfDay(startSecond) + "-"
                + (endSecond == DAY_SECONDS ? "24:00" : LocalTime.ofSecondOfDay(endSecond));
    }
}
