package dev.erpkit.crm.staffing;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How many calls or cases came on average, by the day of the week and the time of day: what the staffing of a usual week is
 * planned with.
 */
public final class ArrivalProfile {
    private static final int DAY_SECONDS = 86_400;

    private final Duration slot;
    private final int slots;
    private final int[] arrivals;
    private final int[] dates;

    private ArrivalProfile(Duration slot, int slots, int[] arrivals, int[] dates) {
        this.slot = slot;
        this.slots = slots;
        this.arrivals = arrivals;
        this.dates = dates;
    }

    /**
     * The profile of some arrivals.
     *
     * @param observed the dates that were watched, bounded; arrivals outside do not count
     * @param slot into which stretches a day is cut; a whole number of them makes a day
     * @throws InvalidValueException {@code staffing.slot}, {@code date-range.unbounded}
     */
    public static ArrivalProfile of(ImmutableList<Instant> arrivals, DateRange observed, ZoneId zone, Duration slot) {
        long seconds = slot.toSeconds();
        if (!slot.equals(Duration.ofSeconds(seconds)) || seconds <= 0 || DAY_SECONDS % seconds != 0) {
            throw new InvalidValueException(
                    "ArrivalProfile", "slot", "staffing.slot", "must be whole seconds of which a number makes a day");
        }
        observed.days();
        int slots = (int) (DAY_SECONDS / seconds);
        int[] counted = new int[7 * slots];
        for (Instant arrival : arrivals) {
            ZonedDateTime local = arrival.atZone(zone);
            if (observed.contains(local.toLocalDate())) {
                int of = (int) (local.toLocalTime().toSecondOfDay() / seconds);
                counted[index(local.getDayOfWeek(), slots) + of]++;
            }
        }
        int[] dates = new int[7];
        for (LocalDate day = observed.startInclusive(); day.isBefore(observed.endExclusive()); day = day.plusDays(1)) {
            dates[day.getDayOfWeek().getValue() - 1]++;
        }
        return new ArrivalProfile(slot, slots, counted, dates);
    }

    private static int index(DayOfWeek day, int slots) {
        return (day.getValue() - 1) * slots;
    }

    /** How many came on average in the slot of a time; 0 on a day of the week that was never watched. */
    public double average(DayOfWeek day, LocalTime time) {
        int watched = dates[day.getValue() - 1];
        int of = (int) (time.toSecondOfDay() / slot.toSeconds());
        return watched == 0 ? 0 : (double) arrivals[index(day, slots) + of] / watched;
    }

    /**
     * What comes in the slot of a time.
     *
     * @param handle how long one takes on average; the unit of time is a second
     */
    public CallLoad load(DayOfWeek day, LocalTime time, Duration handle) {
        return new CallLoad(average(day, time), slot.toSeconds(), handle.toSeconds());
    }
}
