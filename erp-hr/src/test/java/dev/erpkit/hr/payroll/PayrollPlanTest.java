package dev.erpkit.hr.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PayrollPlanTest {
    private final Islandia islandia = Islandia.create();
    private final Payroll payroll = Payroll.of(islandia.pack);
    private final PayrollPlan january =
            payroll.plan("monthly", Islandia.month(2026, 1)).orElseThrow();

    private PayrollInputBuilder worker(long wage) {
        return PayrollInput.of(islandia.pack, "E-1").set("wage", wage).set("children", 2);
    }

    @Test
    void a_payslip_has_lines_net_and_cost_of_the_employer() {
        Payslip slip = january.compute(worker(2_000_00).build()).orElseThrow();
        assertThat(slip.lines().collect(line -> line.slot() + " " + line.minor()))
                .containsExactly(
                        "gross 200000",
                        "pay 200000",
                        "levy-base 200000",
                        "levy 10000",
                        "levy-employer 10000",
                        "tax 19600");
        assertThat(slip.netMinor()).isEqualTo(170_400);
        assertThat(slip.employerCostMinor()).isEqualTo(210_000);
        assertThat(slip).hasToString("Payslip by islandia 1 monthly paid 2026-01-31");
    }

    @Test
    void every_figure_tells_law_date_version_and_rounding() {
        Payslip slip = january.compute(worker(2_000_01).build()).orElseThrow();
        assertThat(slip.explain("tax").orElseThrow().render()).isEqualTo("""
                        tax = 196.00  {children=2, keyed on=closing 2026-01-31, law=Tax Act 9, layer=statute islandia 1, tax-rate=0.1, version 1 for closing 2026-01-31, statute}
                          relief = 40.00
                          half-up:currency = 196.00  {of=196001 minor units x 1/10}
                          gross = 2000.01  {keyed on=payment 2026-01-31}
                            pay = 2000.01  {keyed on=payment 2026-01-31, law=Wages Act 1, layer=statute islandia 1, wage=2000.01}
                        """);
        assertThat(slip.leaves("levy")).containsExactlyInAnyOrder("wage", "levy-base-of-year");
        assertThat(slip.audit()).allMatch(LineAudit::sound);
    }

    @Test
    void the_version_of_the_key_date_holds() {
        Payslip later = payroll.plan("monthly", Islandia.month(2027, 1))
                .orElseThrow()
                .compute(worker(2_000_00).build())
                .orElseThrow();
        assertThat(later.minor("levy")).isEqualTo(120_00);
    }

    @Test
    void an_accumulator_folds_what_was_committed_and_starts_again() {
        Payslip first = january.compute(worker(2_000_00).build()).orElseThrow();
        AccumulatorState after = AccumulatorState.none().plus(first);
        Payslip second =
                january.compute(worker(2_000_00).accumulators(after).build()).orElseThrow();
        assertThat(second.minor("levy-base")).isEqualTo(1_000_00);
        assertThat(after.minus(first)).isEqualTo(AccumulatorState.none());
        Payslip nextYear = payroll.plan("monthly", Islandia.month(2027, 1))
                .orElseThrow()
                .compute(worker(2_000_00).accumulators(after).build())
                .orElseThrow();
        assertThat(nextYear.minor("levy-base")).isEqualTo(2_000_00);
    }

    @Test
    void what_a_previous_employer_paid_counts() {
        Accumulator year = islandia.pack.accumulator("levy-base-of-year").orElseThrow();
        AccumulatorState opening = AccumulatorState.none().opening(year, LocalDate.of(2026, 5, 5), 2_900_00);
        assertThat(january.compute(worker(2_000_00).accumulators(opening).build())
                        .orElseThrow()
                        .minor("levy-base"))
                .isEqualTo(100_00);
    }

    @Test
    void outside_coverage_and_without_a_fact_it_refuses() {
        Refusal early =
                payroll.plan("monthly", Islandia.month(2025, 12)).refusal().orElseThrow();
        assertThat(early.code().value()).isEqualTo("payroll.outside-coverage");
        Refusal late =
                payroll.plan("monthly", Islandia.month(2028, 1)).refusal().orElseThrow();
        assertThat(late.facts().get("date")).isEqualTo("2028-01-31");
        assertThat(payroll.plan("weekly", Islandia.month(2026, 1))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("payroll.unknown-edition");
        Refusal missing = january.compute(
                        PayrollInput.of(islandia.pack, "E-1").set("wage", 100).build())
                .refusal()
                .orElseThrow();
        assertThat(missing.code().value()).isEqualTo("payroll.fact-missing");
        assertThat(missing.facts().get("fact")).isEqualTo("children");
        PayDates closedEarlier = Islandia.month(2026, 1).closedOn(LocalDate.of(2025, 12, 31));
        Refusal uncovered = payroll.plan("monthly", closedEarlier)
                .then(plan -> plan.compute(worker(1).build()))
                .refusal()
                .orElseThrow();
        assertThat(uncovered.code().value()).isEqualTo("payroll.parameter-uncovered");
        assertThat(uncovered.facts().get("parameter")).isEqualTo("tax-rate");
    }

    @Test
    void what_the_law_says_for_no_certificate_holds_only_then() {
        assertThat(january.compute(worker(100).build()).orElseThrow().minor("church-fee"))
                .isZero();
        assertThat(january.compute(worker(100).set("church", true).build())
                        .orElseThrow()
                        .minor("church-fee"))
                .isEqualTo(100);
        assertThat(january.compute(worker(100).file("church-form").build()).refusal())
                .hasValueSatisfying(r -> assertThat(r.facts().get("fact")).isEqualTo("church"));
        assertThat(january.compute(worker(100).build())
                        .orElseThrow()
                        .explain("church-fee")
                        .orElseThrow()
                        .render())
                .contains("church=no by law: Church Act 2");
    }

    @Test
    void a_certificate_stays_filed_when_an_input_is_changed() {
        PayrollInput filed = worker(100).file("church-form").build();
        assertThat(january.compute(filed.toBuilder().set("wage", 200).build()).refusal())
                .hasValueSatisfying(r -> assertThat(r.facts().get("fact")).isEqualTo("church"));
    }

    @Test
    void an_input_does_not_change_with_its_builder() {
        PayrollInputBuilder builder = worker(100);
        PayrollInput before = builder.build();
        String text = before.canonical();
        PayrollInput after = builder.set("wage", 200).forget("children").build();
        assertThat(before.canonical()).isEqualTo(text);
        assertThat(january.compute(before).orElseThrow().minor("pay")).isEqualTo(100);
        assertThat(january.compute(after).refusal()).isPresent();
        assertThat(after.toBuilder().set("children", 2).build().canonical())
                .isEqualTo(worker(200).build().canonical());
    }

    @Test
    void what_rules_derive_alike_is_worked_out_once_a_payslip_and_dated_rules_once_a_plan() {
        int[] derived = {0};
        int[] made = {0};
        PackBuilder b = Pack.define("derived", "1", Amounts.currency("USD"));
        Fact wage = b.fact(Fact.amount("wage"));
        Derived half = b.derived(in -> {
            derived[0]++;
            return in.get(wage) / 2;
        });
        Slot one = b.slot(Slot.earning("one"));
        Slot two = b.slot(Slot.earning("two"));
        Slot lying = b.slot(Slot.base("lying"));
        b.rule(one, in -> in.get(half), wage);
        b.rule(
                two,
                Rule.dated(dates -> {
                    made[0]++;
                    long year = dates.payment().getYear();
                    return in -> in.get(half) + year;
                }),
                wage);
        b.rule(lying, in -> in.get(half));
        b.edition(Edition.payment("e", Islandia.COVERAGE));
        Payroll payroll = Payroll.of(b.build());
        PayrollPlan plan = payroll.plan("e", Islandia.month(2026, 1)).orElseThrow();
        made[0] = 0;
        PayrollInput input =
                PayrollInput.of(payroll.pack(), "E").set("wage", 100).build();
        Payslip slip = plan.compute(input).orElseThrow();
        assertThat(slip.minor("two")).isEqualTo(50 + 2026);
        assertThat(derived[0]).isEqualTo(1);
        assertThat(made[0]).isZero();
        assertThat(slip.audit().reject(LineAudit::sound).collect(LineAudit::slot))
                .as("what a derived number reads is to be declared by each rule that uses it")
                .containsExactly("lying");
    }

    @Test
    void what_rules_derive_alike_is_no_note_of_any() {
        PackBuilder b = Pack.define("noting", "1", Amounts.currency("USD"));
        Derived noting = b.derived(in -> in.note("secret", 1));
        Slot one = b.slot(Slot.earning("one"));
        b.rule(one, in -> in.get(noting));
        b.edition(Edition.payment("e", Islandia.COVERAGE));
        Payroll payroll = Payroll.of(b.build());
        PayrollPlan plan = payroll.plan("e", Islandia.month(2026, 1)).orElseThrow();
        PayrollInput input = PayrollInput.of(payroll.pack(), "E").build();
        assertThatThrownBy(() -> plan.compute(input)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_derivation_that_comes_out_otherwise_is_unsound() {
        int[] asked = {0};
        PackBuilder b = Pack.define("moody", "1", Amounts.currency("USD"));
        Slot one = b.slot(Slot.earning("one"));
        b.rule(one, in -> in.note("asked", asked[0]++) * 0 + 5);
        b.edition(Edition.payment("e", Islandia.COVERAGE));
        Payroll payroll = Payroll.of(b.build());
        Payslip slip = payroll.plan("e", Islandia.month(2026, 1))
                .orElseThrow()
                .compute(PayrollInput.of(payroll.pack(), "E").build())
                .orElseThrow();
        LineAudit audit = slip.audit().getOnly();
        assertThat(audit.replayed()).isEqualTo(audit.recorded());
        assertThat(audit.sound()).isFalse();
    }

    @Test
    void a_contract_overrides_what_is_open_to_it_and_the_trace_says_so() {
        Payslip slip =
                january.compute(worker(100).override("pay", 5_000).build()).orElseThrow();
        assertThat(slip.minor("gross")).isEqualTo(5_000);
        assertThat(slip.explain("pay").orElseThrow().render()).contains("layer=contract over statute islandia 1");
        assertThat(slip.audit()).allMatch(LineAudit::sound);
    }

    @Test
    void corrections_are_taxed_when_paid_or_when_earned() {
        DateRange december = DateRange.of(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1));
        Payslip paid = january.compute(worker(1_000_00)
                        .carry("pay", 100_00, december, TaxTreatment.WHEN_PAID)
                        .build())
                .orElseThrow();
        assertThat(paid.minor("tax")).isEqualTo(106_00);
        assertThat(paid.explain("pay").orElseThrow().render()).contains("carried = 100.00");
        Payslip earned = january.compute(worker(1_000_00)
                        .carry("pay", 100_00, december, TaxTreatment.WHEN_EARNED)
                        .carry("tax", 10_00, december, TaxTreatment.WHEN_EARNED)
                        .build())
                .orElseThrow();
        assertThat(earned.minor("tax")).isEqualTo(96_00);
        assertThat(earned.netMinor()).isEqualTo(1_000_00 + 100_00 - 96_00 - 10_00 - 50_00);
        assertThat(earned.lines().getLast().attribution()).contains(december);
        assertThat(january.compute(worker(10)
                                .carry("pay", -11, december, TaxTreatment.WHEN_PAID)
                                .build())
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("payroll.negative-line");
    }

    @Test
    void an_amount_too_large_is_refused() {
        assertThat(january.compute(PayrollInput.of(islandia.pack, "E")
                                .set("wage", Long.MAX_VALUE)
                                .set("children", 0)
                                .build())
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("payroll.amount-range");
    }
}
