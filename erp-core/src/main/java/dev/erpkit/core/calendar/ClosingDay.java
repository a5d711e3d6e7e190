package dev.erpkit.core.calendar;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;

/**
 * The day of the month on which accounts with a partner are closed (締め日): what lies behind the last closing through this
 * one is one period, so that periods follow each other without a gap and share no day. Where a month is shorter its last day
 * closes; 31 is therefore the end of every month.
 *
 * <p>Worked: the 20th closes 21 March to 20 April on 20 April; collected a month later on the 31st is 31 May.
 *
 * @param day 1 to 31
 */
public record ClosingDay(int day) {
    /** Closes on the last day of every month (末締め). */
    public static final ClosingDay END_OF_MONTH = new ClosingDay(31);

    /** Checks the bounds: {@code closing-day.bounds}. */
    public ClosingDay {
        requireDay("day", day);
    }

    private static void requireDay(String path, int day) {
        if (day < 1 || day > 31) {
            throw new InvalidValueException("ClosingDay", path, "closing-day.bounds", "must be 1 to 31: " + day);
        }
    }

    /** The closing day of the period in which a day lies: the day itself or the next such day. */
    public LocalDate closing(LocalDate in) {
        LocalDate here = onDay(in, day);
        return here.isBefore(in) ? onDay(in.withDayOfMonth(1).plusMonths(1), day) : here;
    }

    /** The period in which a day lies. */
    public DateRange period(LocalDate in) {
        LocalDate closing = closing(in);
        return DateRange.ofClosed(
                onDay(closing.withDayOfMonth(1).minusMonths(1), day).plusDays(1), closing);
    }

    /**
     * The day on which what was closed is collected.
     *
     * @param closing a closing day
     * @param monthsLater months after the month of the closing day, 0 to 12
     * @param on the day of that month, 1 to 31; its last one where it is shorter
     * @throws InvalidValueException {@code closing-day.collection} when that would be before the closing or out of bounds
     */
    public LocalDate collection(LocalDate closing, int monthsLater, int on) {
        requireDay("on", on);
        LocalDate collected = onDay(closing.withDayOfMonth(1).plusMonths(monthsLater), on);
        if (monthsLater < 0 || monthsLater > 12 || collected.isBefore(closing)) {
            throw new InvalidValueException(
                    "ClosingDay",
                    "monthsLater",
                    "closing-day.collection",
                    "must be 0 to 12 months later and not before the closing day");
        }
        return collected;
    }

    private static LocalDate onDay(LocalDate month, int day) {
        return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }
}
