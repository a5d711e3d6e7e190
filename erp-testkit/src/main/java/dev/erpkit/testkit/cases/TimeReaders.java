package dev.erpkit.testkit.cases;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.time.DailyWindow;
import dev.erpkit.hr.time.Shift;
import dev.erpkit.hr.time.ShiftPlan;
import dev.erpkit.hr.time.TimeSet;
import dev.erpkit.hr.time.TimeSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** Hours over midnight and over the change of clocks, and which shift a punch belongs to. */
final class TimeReaders {
    private static final Pattern PUNCH =
            Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})|([A-Za-z]{3})[a-z]* ?(\\d{1,2}))?[ T]*(\\d{1,2}):(\\d{2})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Pattern DAY_NUMBER = Pattern.compile("(?:day|d)_?(\\d)_hours");

    private TimeReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(TimeReaders::crossMidnight, TimeReaders::shiftAssignment);
    }

    static void crossMidnight(Case current) {
        Alias given = new Alias(current.given());
        ZoneId zone = HourWords.zone(given);
        String text = given.need("worked", "work", "attendance", "shift").text();
        LocalDate day = given.any("date", "day", "on").map(Field::date).orElse(HourWords.day(text, HourWords.monday()));
        TimeSet worked = TimeSet.of(HourWords.spans(text, day, zone));
        Optional<DailyWindow> night = given.any("night", "night_window", "night_hours")
                .map(Field::text)
                .or(() -> given.any("night_start", "night_from")
                        .map(from -> from.text() + "-"
                                + given.need("night_end", "night_to").text()))
                .map(TimeReaders::window);
        given.nothingElse();
        ImmutableSortedMap<LocalDate, TimeSet> days = worked.byDay(zone);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            Matcher numbered = DAY_NUMBER.matcher(name);
            if (numbered.matches()) {
                LocalDate asked = day.plusDays(Integer.parseInt(numbered.group(1)) - 1L);
                hours(current, expected, days.getIfAbsentValue(asked, TimeSet.empty()));
            } else if (name.matches("(night|day|daytime)_hours") && night.isPresent()) {
                TimeSpan around = TimeSpan.of(
                        worked.spans().getFirst().startInclusive(),
                        worked.spans().getLast().endExclusive());
                TimeSet nights = worked.intersect(night.get().in(around, zone));
                hours(current, expected, name.startsWith("night") ? nights : worked.minus(nights));
            } else if (name.equals("total_hours") || name.equals("hours") || name.equals("worked_hours")) {
                hours(current, expected, worked);
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static DailyWindow window(String text) {
        TimeSpan span =
                HourWords.spans(text, HourWords.monday(), ZoneOffset.UTC).getOnly();
        return new DailyWindow(
                span.startInclusive().atZone(ZoneOffset.UTC).toLocalTime(),
                span.endExclusive().atZone(ZoneOffset.UTC).toLocalTime());
    }

    private static void hours(Case current, Field expected, TimeSet time) {
        HourWords.figure(current, expected, Rational.of(time.seconds(), 3_600));
    }

    static void shiftAssignment(Case current) {
        Alias given = new Alias(current.given());
        LocalDateTime in = punch(given.need("in_", "in", "check_in", "clock_in").text(), HourWords.monday());
        LocalDateTime out =
                punch(given.need("out", "out_", "check_out", "clock_out").text(), in.toLocalDate());
        TimeSpan worked = span(in, out.isAfter(in) ? out : out.plusDays(1));
        MutableList<Shift> shifts = Lists.mutable.empty();
        LocalDate day = in.toLocalDate();
        // the same shift stands on the days around, so that an early or late punch has a choice
        Field own = given.need("shift", "night_shift");
        for (int offset = -1; offset <= 1; offset++) {
            shifts.add(shift(day.plusDays(offset), own));
        }
        given.any("next_day_shift", "day_shift", "next_shift").ifPresent(next -> {
            shifts.remove(2);
            shifts.add(shift(day.plusDays(1), next));
        });
        given.nothingElse();
        Optional<Shift> owner = new ShiftPlan(shifts.toImmutable()).owning(worked);
        Alias expect = new Alias(current.expect());
        Field assigned = expect.need("assigned_to", "shift", "belongs_to");
        String text = assigned.text().toLowerCase(Locale.ROOT);
        LocalDate wanted = date(text, day);
        current.differences()
                .same(
                        assigned,
                        wanted,
                        owner.map(shift -> shift.span()
                                        .startInclusive()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate())
                                .orElse(LocalDate.MIN));
        if (text.contains("night")) {
            current.differences()
                    .same(
                            assigned,
                            true,
                            owner.filter(shift -> TimeSet.of(shift.span())
                                                    .byDay(ZoneOffset.UTC)
                                                    .size()
                                            > 1)
                                    .isPresent());
        }
        expect.nothingElse();
    }

    private static TimeSpan span(LocalDateTime start, LocalDateTime end) {
        return TimeSpan.of(start, end, ZoneOffset.UTC);
    }

    private static Shift shift(LocalDate day, Field hours) {
        TimeSpan span = HourWords.spans(hours.text(), day, ZoneOffset.UTC).getOnly();
        return new Shift(day + " " + hours.text(), PartyId.of("somebody"), "here", "any", span);
    }

    private static LocalDateTime punch(String text, LocalDate otherwise) {
        Matcher found = PUNCH.matcher(text);
        if (!found.find()) {
            throw new UnsupportedCaseException("punch " + text);
        }
        LocalTime time = LocalTime.of(Integer.parseInt(found.group(4)), Integer.parseInt(found.group(5)));
        return date(text.toLowerCase(Locale.ROOT), otherwise).atTime(time);
    }

    /** A date such as 2026-07-13 or Jul13, else the one given. */
    private static LocalDate date(String lower, LocalDate otherwise) {
        Matcher iso = Pattern.compile("\\d{4}-\\d{2}-\\d{2}").matcher(lower);
        if (iso.find()) {
            return LocalDate.parse(iso.group());
        }
        Matcher named =
                Pattern.compile("\\b([a-z]{3})[a-z]* ?(\\d{1,2})\\b(?!:)").matcher(lower);
        while (named.find()) {
            int month = MONTHS.indexOf(named.group(1));
            if (month >= 0 && month % 3 == 0) {
                return LocalDate.of(otherwise.getYear(), month / 3 + 1, Integer.parseInt(named.group(2)));
            }
        }
        return otherwise;
    }
}
