package dev.erpkit.accounting.terms.japan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.terms.PaymentTerms;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClosingDayTermsTest {
    private static String due(PaymentTerms terms, String document) {
        return terms.schedule(
                        LocalDate.parse(document),
                        Amounts.of("1000", "JPY"),
                        BusinessCalendar.of(HolidayCalendar.none()))
                .orElseThrow()
                .instalments()
                .getOnly()
                .due()
                .toString();
    }

    @Test
    void what_is_invoiced_through_the_closing_day_is_paid_together() {
        PaymentTerms monthEnd = ClosingDayTerms.parse("月末締め翌月末払い");
        assertThat(due(monthEnd, "2026-01-01")).isEqualTo("2026-02-28");
        assertThat(due(monthEnd, "2026-01-31")).isEqualTo("2026-02-28");
        assertThat(due(monthEnd, "2026-02-28")).isEqualTo("2026-03-31");
        PaymentTerms twentieth = ClosingDayTerms.parse("20日締め翌月20日払い");
        assertThat(due(twentieth, "2026-04-20")).isEqualTo("2026-05-20");
        assertThat(due(twentieth, "2026-04-21")).isEqualTo("2026-06-20");
        assertThat(due(ClosingDayTerms.parse("15日締め翌々月10日払い"), "2026-11-16")).isEqualTo("2027-02-10");
        assertThat(due(ClosingDayTerms.parse("１０日締当月末払"), "2026-04-11")).isEqualTo("2026-05-31");
        assertThat(due(ClosingDayTerms.parse("末締め3ヶ月後の5日払い"), "2026-11-30")).isEqualTo("2027-02-05");
    }

    /** The snippet of the package. */
    @Test
    void terms_are_read_in_japanese() {
        // begin
        PaymentTerms terms = ClosingDayTerms.parse("20日締め翌月末払い");
        // end
        assertThat(due(terms, "2026-04-21")).isEqualTo("2026-06-30");
    }

    @Test
    void every_closing_day_of_the_custom() {
        for (int closing : new int[] {5, 10, 15, 20, 25, ClosingDayTerms.END_OF_MONTH}) {
            PaymentTerms terms = ClosingDayTerms.of(closing, 1, ClosingDayTerms.END_OF_MONTH);
            LocalDate closed = closing == ClosingDayTerms.END_OF_MONTH
                    ? LocalDate.of(2026, 6, 30)
                    : LocalDate.of(2026, 6, closing);
            assertThat(due(terms, closed.toString())).isEqualTo("2026-07-31");
            assertThat(due(terms, closed.plusDays(1).toString())).isEqualTo("2026-08-31");
        }
    }

    @Test
    void a_day_on_which_banks_are_closed_moves() {
        assertThat(due(ClosingDayTerms.of(31, 1, 31, BusinessDayRule.FOLLOWING), "2026-04-30"))
                .isEqualTo("2026-06-01");
        assertThat(due(ClosingDayTerms.of(31, 1, 31, BusinessDayRule.PRECEDING), "2026-04-30"))
                .isEqualTo("2026-05-29");
    }

    @Test
    void what_is_no_closing_day_is_refused() {
        refused(() -> ClosingDayTerms.of(20, 0, 10), "terms.closing");
        refused(() -> ClosingDayTerms.of(32, 1, 10), "terms.step");
        refused(() -> ClosingDayTerms.of(0, 1, 10), "terms.step");
        refused(() -> ClosingDayTerms.parse("月末締め"), "terms.closing-form");
        refused(() -> ClosingDayTerms.parse("99日締め翌月末払い"), "terms.step");
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).as("%s", e).isTrue());
    }
}
