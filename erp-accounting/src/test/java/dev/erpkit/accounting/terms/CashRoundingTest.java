package dev.erpkit.accounting.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class CashRoundingTest {
    private static final ImmutableList<MonetaryAmount> NO_TAXES = Lists.immutable.empty();

    private static MonetaryAmount chf(String number) {
        return Amounts.of(number, "CHF");
    }

    private static CashRounding rounding(String name) {
        return CashRounding.of(RoundingPolicy.parse(name));
    }

    /** tryton modules/account_cash_rounding/tests/scenario_account_cash_rounding.rst. */
    @Test
    void instalments_are_rounded_one_by_one() {
        CashRounding cash = rounding("half-even:step-0.05").perInstalment();
        PaymentSchedule before = PaymentTerms.parse("50% +20d; rest +40d")
                .schedule(
                        LocalDate.of(2026, 1, 1),
                        chf("42.06"),
                        Amounts.of("84.12", "USD"),
                        BusinessCalendar.of(HolidayCalendar.none()))
                .orElseThrow();
        PaymentSchedule after = cash.apply(before);
        CashRounded result = cash.difference(before, after, NO_TAXES);
        assertThat(after.instalments().collect(Instalment::amount)).containsExactly(chf("21.05"), chf("21.05"));
        assertThat(after.base()).isEqualTo(Amounts.of("84.20", "USD"));
        assertThat(result.total()).isEqualTo(chf("42.10"));
        assertThat(result.amounts(true)).containsExactly(RoleAmount.of("cash-rounding-gain", chf("0.04")));
        assertThat(result.amounts(false)).containsExactly(RoleAmount.of("cash-rounding-loss", chf("0.04")));
        assertThat(rounding("half-even:step-0.05").round(chf("42.06"))).isEqualTo(chf("42.05"));
    }

    /** odoo addons/account/tests/test_account_move_out_invoice.py, test_out_invoice_line_onchange_cash_rounding_1. */
    @Test
    void the_biggest_tax_takes_the_difference() {
        ImmutableList<MonetaryAmount> taxes = Lists.immutable.of(chf("30.00"), chf("180.00"));
        CashRounded result = rounding("truncate:step-0.05").onBiggestTax().apply(chf("1409.99"), taxes);
        assertThat(result.total()).isEqualTo(chf("1409.95"));
        assertThat(result.taxes(taxes)).containsExactly(chf("30.00"), chf("179.96"));
        assertThat(result.changedTax()).hasValue(1);
        assertThat(result.amounts(true)).isEmpty();
        assertThat(rounding("up:step-0.05").apply(chf("1409.99"), taxes).amounts(true))
                .containsExactly(RoleAmount.of("cash-rounding-gain", chf("0.01")));
        assertThat(rounding("truncate:step-0.05")
                        .onBiggestTax()
                        .apply(chf("1409.99"), NO_TAXES)
                        .amounts(true))
                .containsExactly(RoleAmount.of("cash-rounding-loss", chf("0.04")));
    }

    @Test
    void a_credit_note_is_the_invoice_negated_whichever_the_rule() {
        for (String rule : new String[] {"half-up", "half-even", "half-down", "floor", "ceiling", "truncate", "up"}) {
            for (String unit : new String[] {"step-0.05", "1", "0", "step-0.25"}) {
                CashRounding cash = rounding(rule + ":" + unit);
                assertThat(cash.round(chf("-7.33"))).as(cash.text()).isEqualTo(Amounts.negate(cash.round(chf("7.33"))));
            }
        }
        CashRounded credit = rounding("half-up:step-0.05").apply(chf("-7.33"), NO_TAXES);
        assertThat(credit.amounts(true)).containsExactly(RoleAmount.of("cash-rounding-loss", chf("0.02")));
    }

    @Test
    void texts_are_read_as_they_are_written() {
        CashRounding cash = rounding("half-up:step-0.05").perInstalment().onBiggestTax();
        assertThat(cash.text()).isEqualTo("half-up:step-0.05/instalment/biggest-tax");
        assertThat(CashRounding.parse(cash.text())).isEqualTo(cash);
        assertThatThrownBy(() -> CashRounding.parse("half-up:1/page/biggest-tax"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("cash-rounding.policy")).isTrue());
        assertThatThrownBy(() -> rounding("half-up:3").round(chf("1")))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("rounding.finer-than-minor")).isTrue());
    }
}
