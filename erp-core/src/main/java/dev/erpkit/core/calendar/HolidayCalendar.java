package dev.erpkit.core.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Which days are holidays, apart from the weekend. A host implements it over its own data or takes a country's rules and
 * changes single days. An implementation is pure: the same date always gets the same answer. Asked about a date it has no
 * rule for, it throws {@link dev.erpkit.core.value.InvalidValueException} rather than say that there is no holiday.
 *
 * <pre>{@code
 * HolidayCalendar ours = law.with(LocalDate.of(2026, 8, 14), "Summer closure").without(LocalDate.of(2026, 9, 22));
 * }</pre>
 */
@FunctionalInterface
public interface HolidayCalendar {
    /** The name of the holiday on a date, empty when it is none. */
    Optional<String> name(LocalDate date);

    /** Tells whether a date is a holiday. */
    default boolean isHoliday(LocalDate date) {
        return name(date).isPresent();
    }

    /** A calendar without holidays. */
    static HolidayCalendar none() {
        return of(Maps.immutable.empty());
    }

    /** The holidays of a list, names by date; every other date is none. */
    static HolidayCalendar of(ImmutableMap<LocalDate, String> names) {
        return date -> Optional.ofNullable(names.get(date));
    }

    /** The same holidays with one more, or with another name for one of them. */
    default HolidayCalendar with(LocalDate date, String name) {
        return new OverriddenHolidays(this, Maps.immutable.of(date, Optional.of(name)));
    }

    /** The same holidays without one; removing what is no holiday changes nothing. */
    default HolidayCalendar without(LocalDate date) {
        return new OverriddenHolidays(this, Maps.immutable.of(date, Optional.empty()));
    }

    /** The holidays of both calendars; where both name a date, this calendar's name stands. */
    default HolidayCalendar and(HolidayCalendar other) {
        return date -> name(date).or(() -> other.name(date));
    }
}
