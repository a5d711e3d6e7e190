package dev.erpkit.core.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.map.ImmutableMap;

/** Holidays with single days changed by the host; the last change of a day stands. */
record OverriddenHolidays(HolidayCalendar base, ImmutableMap<LocalDate, Optional<String>> overrides)
        implements HolidayCalendar {
    @Override
    public Optional<String> name(LocalDate date) {
        return overrides.getIfAbsent(date, () -> base.name(date));
    }

    /** Collected in one map, so that a long list of changes does not become a deep chain of calls. */
    @Override
    public HolidayCalendar with(LocalDate date, String name) {
        return new OverriddenHolidays(base, overrides.newWithKeyValue(date, Optional.of(name)));
    }

    @Override
    public HolidayCalendar without(LocalDate date) {
        return new OverriddenHolidays(base, overrides.newWithKeyValue(date, Optional.empty()));
    }
}
