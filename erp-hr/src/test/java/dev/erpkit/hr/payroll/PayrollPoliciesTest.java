package dev.erpkit.hr.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.junit.jupiter.api.Test;

class PayrollPoliciesTest {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final RoundingPolicy YEN = RoundingPolicy.parse("half-up:0");
    private final Islandia islandia = Islandia.create();
    private final Payroll payroll = Payroll.of(islandia.pack);
    private final PayrollPlan january = payroll.plan("monthly", Islandia.month(2026, 1)).orElseThrow();

    private PayrollInputBuilder worker(long wage) {
        return PayrollInput.of(islandia.pack, "E-1").set("wage", wage).set("children", 0);
    }

    private static long prorated(Proration policy, long part, long whole) {
        return Proration.amount(300_000, policy.share(Rational.of(part), Rational.of(whole)), YEN, JPY);
    }

    @Test
    void part_of_a_period_is_counted_in_days_hours_or_thirtieths() {
        assertThat(prorated(Proration.CALENDAR_DAYS, 15, 31)).isEqualTo(145_161);
        assertThat(prorated(Proration.THIRTIETHS, 15, 31)).isEqualTo(150_000);
        assertThat(prorated(Proration.THIRTIETHS, 30, 31)).isEqualTo(300_000);
        assertThat(prorated(Proration.THIRTIETHS, 28, 28)).isEqualTo(300_000);
        assertThat(prorated(Proration.WORKING_DAYS, 12, 23)).isEqualTo(156_522);
        assertThat(prorated(Proration.HOURS, 0, 160)).isZero();
        assertThat(Proration.parse("hours")).isEqualTo(Proration.HOURS);
        assertThatThrownBy(() -> prorated(Proration.HOURS, 161, 160)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void parts_of_a_period_sum_to_the_whole_pay() {
        assertThat(Proration.CALENDAR_DAYS.partition(
                        100, Lists.immutable.of(Rational.of(1), Rational.of(1), Rational.of(1)), YEN, JPY))
                .containsExactly(33, 33, 34);
    }

    @Test
    void creditors_are_served_by_priority_and_never_below_the_floor() {
        Garnishment support = new Garnishment("s", 1, 400, pay -> pay / 2);
        Garnishment a = new Garnishment("a", 2, 300, pay -> pay / 2);
        Garnishment b = new Garnishment("b", 2, 100, pay -> pay / 2);
        Garnishment last = new Garnishment("z", 3, 10, pay -> pay);
        assertThat(Garnishment.serve(1_000, 0, Lists.immutable.of(last, a, b, support)))
                .isEqualTo(Maps.immutable.of("s", 400L, "a", 75L, "b", 25L, "z", 0L));
        assertThat(Garnishment.serve(1_000, 700, Lists.immutable.of(support, a)))
                .isEqualTo(Maps.immutable.of("s", 300L, "a", 0L));
        assertThat(Garnishment.serve(10_000, 0, Lists.immutable.of(support, a, b, last)))
                .isEqualTo(Maps.immutable.of("s", 400L, "a", 300L, "b", 100L, "z", 10L));
        assertThat(Garnishment.serve(-5, 0, Lists.immutable.of(support))).isEqualTo(Maps.immutable.of("s", 0L));
    }

    @Test
    void the_least_gross_that_gives_a_net_is_found() {
        GrossUp found = GrossUp.find(january, worker(0).build(), islandia.pack.fact("wage").orElseThrow(), 850_00, 10_000_00)
                .orElseThrow();
        assertThat(found.gross()).isEqualTo(1_000_00);
        assertThat(found.exact()).isTrue();
        assertThat(GrossUp.find(january, worker(0).build(), islandia.pack.fact("wage").orElseThrow(), 850_00, 100_00)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("payroll.net-not-reachable");
    }

    @Test
    void differences_compose_and_are_told_once() {
        Payslip paid = january.compute(worker(1_000_00).build()).orElseThrow();
        Payslip raised = january.compute(worker(1_100_00).build()).orElseThrow();
        Payslip again = january.compute(worker(1_050_00).build()).orElseThrow();
        Retro first = Retro.between(paid, raised);
        assertThat(first.minor().get("pay")).isEqualTo(100_00L);
        assertThat(first.plus(Retro.between(raised, again))).isEqualTo(Retro.between(paid, again));
        assertThat(Retro.between(paid, raised).after(first).isNone()).isTrue();
        assertThat(Retro.between(paid, paid).isNone()).isTrue();
        PayrollPlan february = payroll.plan("monthly", Islandia.month(2026, 2)).orElseThrow();
        Payslip earned = february.compute(
                        first.carryInto(worker(1_100_00), TaxTreatment.WHEN_EARNED).build())
                .orElseThrow();
        assertThat(earned.netMinor()).isEqualTo(2 * raised.netMinor() - paid.netMinor());
        Payslip whenPaid = february.compute(
                        first.carryInto(worker(1_100_00), TaxTreatment.WHEN_PAID).build())
                .orElseThrow();
        assertThat(whenPaid.grossMinor()).isEqualTo(1_200_00);
        assertThat(whenPaid.minor("tax")).isEqualTo(120_00);
        DateRange other = DateRange.ofDay(LocalDate.EPOCH);
        assertThatThrownBy(() -> first.plus(Retro.none(other))).isInstanceOf(IllegalArgumentException.class);
    }
}
