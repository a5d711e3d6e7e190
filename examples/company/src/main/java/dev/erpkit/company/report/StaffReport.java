package dev.erpkit.company.report;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.leave.LeaveBalance;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The organisation, and the time and leave of people, by their numbers.
 *
 * @param day as of which the organisation and the leave are told
 * @param places the positions in their order
 * @param month whose pay the time was worked for
 * @param times the time of that month
 * @param leaves the leave of who works here on the day
 */
public record StaffReport(
        LocalDate day,
        ImmutableList<Place> places,
        YearMonth month,
        ImmutableList<Time> times,
        ImmutableList<Leave> leaves) {
    /**
     * A position.
     *
     * @param unit the unit it belongs to, behind those above it
     * @param title what it is called
     * @param manager the title of the position it reports to
     * @param holder who holds it, none when it is vacant
     */
    public record Place(String unit, String title, String manager, Optional<String> holder) {}

    /**
     * What somebody worked in a period, in minutes by its kind.
     *
     * @param person who
     * @param days on which was worked
     * @param regular by schedule
     * @param within beyond the schedule within the limits of the law
     * @param overtime beyond these, up to sixty hours
     * @param beyond60 overtime beyond sixty hours
     * @param holiday on statutory holidays
     * @param night of all of these, at night
     */
    public record Time(
            String person,
            int days,
            long regular,
            long within,
            long overtime,
            long beyond60,
            long holiday,
            long night) {}

    /**
     * The annual leave of somebody, in days.
     *
     * @param person who
     * @param balance what was granted, taken, expired and is left
     * @param lots what is left of each lot, that which expires first at the head
     * @param ofFive what was taken of the five days that the employer has to see taken since the last grant, where it
     *     has to
     */
    public record Leave(String person, LeaveBalance balance, ImmutableList<Lot> lots, Optional<Rational> ofFive) {}

    /**
     * A lot of leave.
     *
     * @param left days
     * @param expires the first day on which they can no longer be taken
     */
    public record Lot(Rational left, LocalDate expires) {}
}
