package dev.erpkit.accounting.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateRuleTest {
    private static final BusinessCalendar WEEKDAYS = BusinessCalendar.of(HolidayCalendar.none());

    private static String due(String rule, String document) {
        return DateRule.parse(rule).due(LocalDate.parse(document), WEEKDAYS).toString();
    }

    /** odoo addons/account/tests/test_payment_term.py: dates of the old and the new options. */
    @Test
    void dates_are_those_of_odoo() {
        assertThat(due("+0d", "2019-01-31")).isEqualTo("2019-01-31");
        assertThat(due("eom +45d", "2019-01-15")).isEqualTo("2019-03-17");
        assertThat(due("+31d next15", "2019-01-15")).isEqualTo("2019-02-15");
        assertThat(due("+31d next15", "2019-01-31")).isEqualTo("2019-03-15");
        assertThat(due("day31", "2019-01-15")).isEqualTo("2019-01-31");
        assertThat(due("+1m day1", "2019-01-31")).isEqualTo("2019-02-01");
        assertThat(due("+30d", "2022-01-31")).isEqualTo("2022-03-02");
        assertThat(due("+30d +1m day10", "2023-12-12")).isEqualTo("2024-02-10");
        assertThat(due("+30d +1m day31", "2023-12-12")).isEqualTo("2024-02-29");
        assertThat(due("+15d +1m day30", "2024-05-24")).isEqualTo("2024-07-30");
        assertThat(due("+30d eom", "2024-04-22")).isEqualTo("2024-05-31");
    }

    @Test
    void a_next_day_is_the_last_one_where_the_month_is_shorter() {
        assertThat(due("next30", "2026-02-10")).isEqualTo("2026-02-28");
        assertThat(due("next31", "2026-02-28")).isEqualTo("2026-02-28");
        assertThat(due("next20", "2026-01-21")).isEqualTo("2026-02-20");
        assertThat(due("next30", "2026-01-31")).isEqualTo("2026-02-28");
    }

    @Test
    void days_of_the_week_and_business_days() {
        assertThat(due("fri", "2026-05-01")).isEqualTo("2026-05-01");
        assertThat(due("fri", "2026-05-02")).isEqualTo("2026-05-08");
        assertThat(due("eom following", "2026-05-04")).isEqualTo("2026-06-01");
        assertThat(due("eom modified-following", "2026-05-04")).isEqualTo("2026-05-29");
    }

    @Test
    void texts_are_read_as_they_are_written() {
        for (String text :
                new String[] {"+0d", "+30d following", "next20 +1m eom", "+2m day15 +30d", "sat preceding"}) {
            assertThat(DateRule.parse(text).text()).isEqualTo(text);
        }
        assertThat(DateRule.parse("  +1m   eom ").text()).isEqualTo("+1m eom");
        assertThat(DateRule.atOnce().endOfMonth().plusDays(45)).isEqualTo(DateRule.parse("eom +45d"));
    }

    @Test
    void what_is_no_rule_is_refused() {
        refused("soon", "terms.form");
        refused("+3w", "terms.form");
        refused("", "terms.form");
        refused("day32", "terms.step");
        refused("next0", "terms.step");
        refused("+9999d", "terms.step");
        refused("+1d +1d +1d +1d +1d +1d +1d +1d +1d", "terms.steps");
    }

    private static void refused(String text, String code) {
        assertThatThrownBy(() -> DateRule.parse(text))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).isTrue());
    }
}
