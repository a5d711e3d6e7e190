package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.calendar.japan.JapaneseHoliday;
import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** The Japanese holidays of a year, substitutes and the days of banks. */
final class HolidayReader {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final BusinessCalendar BANKS = BusinessCalendar.of(JapaneseHolidays.banks());

    private HolidayReader() {}

    static void run(Case current) {
        ImmutableList<String> names = current.given().names();
        if (names.noneSatisfy(name -> name.matches("year|rule|date|dates|day"))
                || names.anySatisfy(name -> !name.matches("year|rule|date|dates|day|roll|convention"))) {
            throw new UnsupportedCaseException("no holidays");
        }
        if (current.expect().names().allSatisfy(name -> DATE.matcher(name).matches())) {
            if (names.contains("year")) {
                year(current);
            } else {
                substitutes(current);
            }
            return;
        }
        boolean known = current.expect()
                .names()
                .allSatisfy(name -> name.matches(
                                "not_a_holiday|holidays?|count|moved|bank_holidays?|bank_days|vernal\\w*|autumnal\\w*")
                        || names.anySatisfy(n -> n.matches("date|day"))
                                && name.matches("bank_day|date|day|at|holiday|name"));
        if (!known) {
            throw new UnsupportedCaseException("no holidays expected");
        }
        single(current);
    }

    private static void year(Case current) {
        int year = current.given().at("year").decimal().intValueExact();
        current.given().find("rule").ifPresent(Field::text);
        ImmutableSet<String> dates = JapaneseHolidays.law()
                .year(year)
                .collect(holiday -> holiday.date().toString())
                .toImmutableSet();
        current.differences().same(current.expect(), current.expect().names().toSet(), dates.toSet());
        for (String date : current.expect().names()) {
            Field expected = current.expect().at(date);
            current.differences()
                    .text(
                            expected,
                            JapaneseHolidays.law().name(LocalDate.parse(date)).orElse("no holiday"));
        }
    }

    /** Dates and why they are holidays: the Sunday of a substitute, the holidays around, or the name. */
    private static void substitutes(Case current) {
        current.given().names().forEach(name -> current.given().at(name).text());
        for (String date : current.expect().names()) {
            Field expected = current.expect().at(date);
            LocalDate day = LocalDate.parse(date);
            Matcher sunday = DATE.matcher(expected.text());
            if (expected.text().contains("between") || expected.text().contains("citizen")) {
                current.differences()
                        .holds(
                                expected,
                                JapaneseHolidays.law()
                                        .find(day)
                                        .filter(holiday -> holiday.kind() == JapaneseHoliday.Kind.CITIZENS)
                                        .isPresent());
                expected.text();
                continue;
            }
            if (expected.text().matches("bank.*|銀行.*")) {
                current.differences().holds(expected, JapaneseHolidays.banks().isHoliday(day));
                continue;
            }
            if (!sunday.find() || !expected.text().contains("Sunday")) {
                named(current, expected, day);
                continue;
            }
            LocalDate of = LocalDate.parse(sunday.group());
            boolean substitute = JapaneseHolidays.law()
                    .find(LocalDate.parse(date))
                    .filter(holiday -> holiday.kind() == JapaneseHoliday.Kind.SUBSTITUTE)
                    .isPresent();
            boolean sundayHoliday = of.getDayOfWeek() == DayOfWeek.SUNDAY
                    && JapaneseHolidays.law().isHoliday(of);
            current.differences().holds(expected, substitute && sundayHoliday);
        }
    }

    private static void named(Case current, Field expected, LocalDate day) {
        String text = expected.text();
        if (text.matches("null|false|none|no holiday|not a holiday")) {
            current.differences().holds(expected, !JapaneseHolidays.law().isHoliday(day));
        } else if (text.codePoints().anyMatch(Character::isIdeographic)) {
            current.differences()
                    .text(expected, JapaneseHolidays.law().name(day).orElse("no holiday"));
        } else {
            throw new UnsupportedCaseException(expected.path());
        }
    }

    /** The equinox of a year, which is the holiday of this name. */
    private static void equinox(Case current, Field expected, String name) {
        int year = current.given().at("year").decimal().intValueExact();
        LocalDate day = JapaneseHolidays.law()
                .year(year)
                .detect(holiday -> holiday.name().equals(name))
                .date();
        current.differences().text(expected, day);
    }

    private static void banks(Case current, Field expected, boolean closed) {
        ImmutableList<Field> days = expected.isList()
                ? expected.elements()
                : current.given()
                        .find("dates")
                        .map(Field::elements)
                        .orElseGet(() -> Lists.immutable.of(current.given().at("date")));
        boolean wanted = expected.isList() ? closed : closed == expected.truth();
        for (Field day : days) {
            current.differences().holds(day, BANKS.isBusinessDay(day.date()) != wanted);
        }
    }

    private static void single(Case current) {
        BusinessDayRule rule = current.given()
                .find("roll")
                .or(() -> current.given().find("convention"))
                .map(field -> BusinessDayRule.parse(
                        field.text().toLowerCase(Locale.ROOT).replaceAll("[ _]", "-")))
                .orElse(BusinessDayRule.FOLLOWING);
        current.given()
                .names()
                .reject(name -> name.matches("roll|convention")
                        || current.given().at(name).isList())
                .forEach(name -> current.given().at(name).text());
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "not_a_holiday", "holidays" -> {
                    boolean wanted = name.equals("holidays");
                    for (Field date : expected.elements()) {
                        current.differences().holds(date, JapaneseHolidays.law().isHoliday(date.date()) == wanted);
                    }
                }
                case "moved" -> expected.names().forEach(day -> named(current, expected.at(day), LocalDate.parse(day)));
                case "bank_holiday", "bank_holidays" -> banks(current, expected, true);
                case "bank_days" -> banks(current, expected, false);
                case "vernal", "vernal_equinox", "vernal_equinox_day" -> equinox(current, expected, "春分の日");
                case "autumnal", "autumnal_equinox", "autumnal_equinox_day" -> equinox(current, expected, "秋分の日");
                case "count" ->
                    current.differences()
                            .number(
                                    expected,
                                    JapaneseHolidays.law()
                                            .year(current.given()
                                                    .at("year")
                                                    .decimal()
                                                    .intValueExact())
                                            .size());
                case "holiday", "name" -> {
                    LocalDate day = current.given()
                            .find("date")
                            .orElseGet(() -> current.given().at("day"))
                            .date();
                    String is = JapaneseHolidays.law().name(day).orElse("null");
                    boolean truth = expected.text().matches("true|false");
                    current.differences().text(expected, truth ? !is.equals("null") : is);
                }
                default -> {
                    LocalDate day = current.given()
                            .find("date")
                            .orElseGet(() -> current.given().at("day"))
                            .date();
                    current.differences().text(expected, rule.adjust(day, BANKS));
                }
            }
        }
    }
}
