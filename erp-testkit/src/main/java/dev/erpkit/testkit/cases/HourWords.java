package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.time.TimeSpan;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
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

/** Working time as cases write it: {@code Tue 09:00-12:00,13:00-23:00}. */
final class HourWords {
    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    private static final Pattern SPAN =
            Pattern.compile("(\\d{1,2}):?(\\d{2})\\s*(?:-|–|~|to)\\s*(\\d{1,2}):?(\\d{2})(?:\\s*\\(?\\+1\\)?)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DAY =
            Pattern.compile("(?i)\\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\b|([月火水木金土日])(?:曜日?)?");
    private static final String KANJI = "月火水木金土日";

    private HourWords() {}

    /** The day in a text, by date or name, else the one given. */
    static LocalDate day(String text, LocalDate otherwise) {
        Matcher date = DATE.matcher(text);
        if (date.find()) {
            return LocalDate.parse(date.group());
        }
        Matcher named = DAY.matcher(text);
        return named.find() ? MONDAY.plusDays(weekday(named).getValue() - 1L) : otherwise;
    }

    private static DayOfWeek weekday(Matcher named) {
        if (named.group(2) != null) {
            return DayOfWeek.of(KANJI.indexOf(named.group(2)) + 1);
        }
        String short3 = named.group(1).toUpperCase(Locale.ROOT);
        return Lists.immutable.of(DayOfWeek.values()).detect(day -> day.name().startsWith(short3));
    }

    /** The Monday of the days that cases name. */
    static LocalDate monday() {
        return MONDAY;
    }

    /** The spans in a text from a day on: what would begin before the span in front of it ended is on the next day. */
    static ImmutableList<TimeSpan> spans(String text, LocalDate day, ZoneId zone) {
        MutableList<TimeSpan> spans = Lists.mutable.empty();
        Matcher found = SPAN.matcher(DATE.matcher(text).replaceAll(""));
        LocalDateTime last = day.atStartOfDay();
        while (found.find()) {
            LocalDateTime start = after(last, time(found.group(1), found.group(2)), true);
            LocalDateTime end = after(start, time(found.group(3), found.group(4)), false);
            spans.add(TimeSpan.of(start, end, zone));
            last = end;
        }
        if (spans.isEmpty()) {
            throw new UnsupportedCaseException("no hours in " + text);
        }
        return spans.toImmutable();
    }

    private static LocalDateTime after(LocalDateTime last, long minutes, boolean orAt) {
        LocalDateTime at = last.toLocalDate().atStartOfDay().plusMinutes(minutes);
        boolean fits = orAt ? !at.isBefore(last) : at.isAfter(last);
        return fits ? at : at.plusDays(1);
    }

    /** Minutes from midnight; hours beyond 24 are those of the next day. */
    private static long time(String hour, String minute) {
        int hours = Integer.parseInt(hour);
        try {
            return hours < 48
                    ? hours * 60L + LocalTime.of(0, Integer.parseInt(minute)).getMinute()
                    : unreadable(hour);
        } catch (DateTimeException e) {
            return unreadable(minute);
        }
    }

    private static long unreadable(String text) {
        throw new UnsupportedCaseException("time " + text);
    }

    /** The zone that a case names, else one whose clocks never change. */
    static ZoneId zone(Alias given) {
        Optional<Field> named = given.any("zone", "tz", "timezone", "time_zone");
        try {
            return named.map(field -> ZoneId.of(field.text())).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new UnsupportedCaseException("zone " + named.get().text());
        }
    }

    /** Compares a figure; one without an end is rounded half up to the decimals that are expected. */
    static void figure(Case current, Field expected, Rational actual) {
        BigDecimal wanted = expected.decimal();
        BigDecimal rounded = actual.exactDecimal()
                .orElseGet(() -> RoundingPolicy.parse("half-up:" + Math.max(0, wanted.scale()))
                        .round(actual));
        current.differences().number(expected, rounded);
    }

    /** Whole yen. */
    static long yen(Rational exact) {
        return RoundingPolicy.parse("truncate:0").round(exact).longValueExact();
    }

    /** A number, also with a unit behind it. */
    static Rational number(Field field) {
        String text =
                field.text().replaceAll("(?i)\\s*(h|hours?|days?|時間|日|%)$", "").replace(",", "");
        try {
            return Rational.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new UnsupportedCaseException(field.path() + " is no number: " + text);
        }
    }
}
