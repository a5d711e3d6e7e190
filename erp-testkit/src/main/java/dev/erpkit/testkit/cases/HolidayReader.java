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
                .allSatisfy(name -> name.matches("not_a_holiday|holidays?|count")
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

    /** A date that is a substitute, and the Sunday it stands for. */
    private static void substitutes(Case current) {
        current.given().names().forEach(name -> current.given().at(name).text());
        for (String date : current.expect().names()) {
            Field expected = current.expect().at(date);
            Matcher sunday = DATE.matcher(expected.text());
            if (!sunday.find() || !expected.text().contains("Sunday")) {
                throw new UnsupportedCaseException(expected.path());
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

    private static void single(Case current) {
        BusinessDayRule rule = current.given()
                .find("roll")
                .or(() -> current.given().find("convention"))
                .map(field -> BusinessDayRule.parse(
                        field.text().toLowerCase(Locale.ROOT).replaceAll("[ _]", "-")))
                .orElse(BusinessDayRule.FOLLOWING);
        current.given()
                .names()
                .reject(name -> name.matches("roll|convention"))
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
