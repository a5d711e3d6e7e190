package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.TimeSpan;
import dev.erpkit.core.worktime.WorkCalendar;
import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.core.worktime.WorkWeek;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;

/**
 * The working hours of a case. Its instants are those of UTC where it names a zone, and of the clock on the wall where it
 * names none.
 */
final class CaseHours {
    private static final ImmutableList<String> DAYS =
            Lists.immutable.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final Field given;
    private final WorkCalendar calendar;

    CaseHours(Field given) {
        this.given = given;
        HolidayCalendar holidays = HolidayCalendar.none();
        for (Field day : given.find("holidays").map(Field::elements).orElse(Lists.immutable.empty())) {
            holidays = holidays.with(day.date(), "holiday");
        }
        this.calendar = WorkCalendar.of(week(), holidays);
    }

    WorkCalendar calendar() {
        return calendar;
    }

    WorkTime time() {
        ZoneId zone = given.find("tz")
                .or(() -> given.find("timezone"))
                .or(() -> given.find("zone"))
                .map(field -> ZoneId.of(field.text()))
                .orElse(ZoneOffset.UTC);
        int year = given.find("created")
                .or(() -> given.find("start"))
                .or(() -> given.find("opened"))
                .or(() -> given.find("from"))
                .map(field -> local(field).getYear())
                .orElse(2024);
        return calendar.over(DateRange.of(LocalDate.of(year - 2, 1, 1), LocalDate.of(year + 4, 1, 1)), zone);
    }

    private WorkWeek week() {
        WorkWeek week = WorkWeek.free();
        Optional<Field> hours = given.find("hours");
        if (hours.isEmpty()) {
            for (Field day : given.at("week").elements()) {
                week = week.on("09:00-17:00", days(day.text()));
            }
            return week;
        }
        for (String name : hours.get().names()) {
            ImmutableList<Field> periods = hours.get().at(name).elements();
            boolean flat = periods.size() == 2 && periods.noneSatisfy(Field::isList);
            for (ImmutableList<Field> period : flat ? Lists.immutable.of(periods) : periods.collect(Field::elements)) {
                for (DayOfWeek day : days(name)) {
                    week = with(week, day, clock(period.get(0)), clock(period.get(1)));
                }
            }
        }
        return week;
    }

    /** A shift over midnight is two periods. */
    private static WorkWeek with(WorkWeek week, DayOfWeek day, LocalTime start, LocalTime end) {
        return end.isAfter(start) || end.equals(LocalTime.MIDNIGHT)
                ? week.on(start + "-" + end, day)
                : week.on(start + "-00:00", day).on("00:00-" + end, day.plus(1));
    }

    private static LocalTime clock(Field field) {
        String text = field.text();
        try {
            return text.startsWith("24:00")
                    ? LocalTime.MIDNIGHT
                    : LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException e) {
            throw new UnsupportedCaseException(field.path() + " is no time: " + text);
        }
    }

    private static DayOfWeek[] days(String text) {
        String[] ends = text.toLowerCase(Locale.ROOT).split("-");
        int first = index(ends[0]);
        int last = index(ends[ends.length - 1]);
        return IntInterval.fromTo(first, last).collect(i -> DayOfWeek.of(i + 1)).toArray(new DayOfWeek[0]);
    }

    private static int index(String day) {
        int index = DAYS.indexOf(day.substring(0, Math.min(3, day.length())));
        if (index < 0) {
            throw new UnsupportedCaseException("day " + day);
        }
        return index;
    }

    static LocalDateTime local(Field field) {
        String text = field.text().replace(' ', 'T').replaceAll("(Z| ?UTC)$", "");
        try {
            return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnsupportedCaseException(field.path() + " is no time: " + text);
        }
    }

    Instant instant(Field field) {
        return local(field).toInstant(ZoneOffset.UTC);
    }

    /** Pairs of instants; the last may have no end. */
    Pauses pauses(Field field) {
        MutableList<TimeSpan> spans = Lists.mutable.empty();
        for (Field pair : field.elements()) {
            ImmutableList<Field> ends = pair.isObject() ? pair.names().collect(pair::at) : pair.elements();
            boolean open = ends.size() == 1 || ends.get(1).text().equals("null");
            Instant from = instant(ends.get(0));
            spans.add(open ? TimeSpan.from(from) : TimeSpan.of(from, instant(ends.get(1))));
        }
        return new Pauses(spans.toImmutable());
    }
}
