package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Garnishment;
import dev.erpkit.hr.payroll.GrossUp;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PackBuilder;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.payroll.Proration;
import dev.erpkit.hr.payroll.Slot;
import dev.erpkit.hr.us.FederalPack;
import dev.erpkit.hr.us.FilingStatus;
import dev.erpkit.hr.us.FormW4;
import dev.erpkit.hr.us.PayFrequency;
import dev.erpkit.hr.us.PercentageSchedule;
import dev.erpkit.testkit.generate.PayrollArbitraries;
import dev.erpkit.testkit.pack.Islandia;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

class PayrollInvariantProperties {
    private static final Islandia ISLANDIA = Islandia.create();
    private static final Payroll PAYROLL = Payroll.of(ISLANDIA.pack);
    private static final PayrollPlan JANUARY =
            PAYROLL.plan("monthly", Islandia.month(2026, 1)).orElseThrow();
    private static final Payroll FEDERAL = Payroll.of(FederalPack.create());
    private static final Fact WAGE = ISLANDIA.pack.fact("wage").orElseThrow();
    private static final long CAP = 3_000_00;

    @Provide
    Arbitrary<PayrollInput> inputs() {
        return PayrollArbitraries.inputs(ISLANDIA.pack);
    }

    @Provide
    Arbitrary<PayrollInput> federal() {
        return PayrollArbitraries.inputs(FEDERAL.pack())
                .map(input -> input.toBuilder().set("w4-before-2020", false).build());
    }

    @Provide
    Arbitrary<ImmutableList<Garnishment>> orders() {
        return PayrollArbitraries.garnishments();
    }

    @Provide
    Arbitrary<List<Long>> wages() {
        return PayrollArbitraries.pay().list().ofMinSize(1).ofMaxSize(6);
    }

    private static Payslip slip(long wage, AccumulatorState state) {
        return JANUARY.compute(PayrollInput.of(ISLANDIA.pack, "E")
                        .set("wage", wage)
                        .set("children", 1)
                        .accumulators(state)
                        .build())
                .orElseThrow();
    }

    @Property(tries = 200)
    void a_payslip_adds_up_and_explains_itself(@ForAll("inputs") PayrollInput input) {
        Payslip slip = JANUARY.compute(input).orElseThrow();
        assertThat(PayrollInvariants.payslip(slip)).isEmpty();
        assertThat(PayrollInvariants.factsAreLeavesOrRefused(JANUARY, slip)).isEmpty();
    }

    @Property(tries = 100)
    void a_federal_payslip_adds_up_and_explains_itself(@ForAll("federal") PayrollInput input) {
        LocalDate day = LocalDate.of(2026, 5, 29);
        PayrollPlan plan = FEDERAL.plan(
                        "regular", PayDates.of(Islandia.month(2026, 5).period(), day))
                .orElseThrow();
        Payslip slip = plan.compute(input).orElseThrow();
        assertThat(PayrollInvariants.payslip(slip)).isEmpty();
        assertThat(PayrollInvariants.factsAreLeavesOrRefused(plan, slip)).isEmpty();
    }

    @Property(tries = 300)
    void withholding_never_falls_with_pay_nor_rises_with_credits(
            @ForAll @LongRange(max = 5_000_000) long wages,
            @ForAll @LongRange(max = 100_000) long more,
            @ForAll @LongRange(max = 1_000_000) long credits,
            @ForAll PayFrequency frequency,
            @ForAll FilingStatus status,
            @ForAll @IntRange(min = 2025, max = 2026) int year) {
        PercentageSchedule schedule = PercentageSchedule.of(year).orElseThrow();
        Rational tax = schedule.withheld(wages, frequency, FormW4.of(status));
        assertThat(schedule.withheld(wages + more, frequency, FormW4.of(status)))
                .isGreaterThanOrEqualTo(tax);
        assertThat(schedule.withheld(wages, frequency, FormW4.of(status).with(credits, 0, 0)))
                .isBetween(Rational.ZERO, tax);
    }

    @Property(tries = 100)
    void a_cap_holds_however_pay_is_split_and_accumulators_are_a_fold(@ForAll("wages") List<Long> wages) {
        AccumulatorState state = AccumulatorState.none();
        List<Payslip> slips = new ArrayList<>();
        for (long wage : wages) {
            Payslip next = slip(wage, state);
            slips.add(next);
            state = state.plus(next);
        }
        ImmutableList<Payslip> committed = Lists.immutable.withAll(slips);
        assertThat(PayrollInvariants.capHolds("levy-base", CAP, committed)).isEmpty();
        assertThat(PayrollInvariants.accumulatorsFold(AccumulatorState.none(), committed, state))
                .isEmpty();
        long whole = slip(wages.stream().mapToLong(Long::longValue).sum(), AccumulatorState.none())
                .minor("levy-base");
        assertThat(committed.collectLong(s -> s.minor("levy-base")).sum()).isEqualTo(whole);
    }

    /** Amounts of another currency never enter a payslip, nor more decimals than its own has. */
    @Property(tries = 200)
    void amounts_of_other_currencies_or_finer_ones_are_refused(
            @ForAll @LongRange(max = 5_000_000) long minor,
            @ForAll @IntRange(min = 1, max = 9) int finer,
            @ForAll("currencies") String code) {
        PayrollInputBuilder input = PayrollInput.of(ISLANDIA.pack, "E");
        CurrencyUnit own = ISLANDIA.pack.currency();
        CurrencyUnit other = Amounts.currency(code);
        input.set("wage", Amounts.ofMinor(minor, own)).set("children", 1);
        assertThat(JANUARY.compute(input.build()).orElseThrow().minor("pay")).isEqualTo(minor);
        assertThatThrownBy(() -> input.set("wage", Amounts.ofMinor(minor, other)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("payroll.currency")).isTrue());
        BigDecimal fine = BigDecimal.valueOf(minor * 10 + finer, Amounts.digits(own) + 1);
        assertThatThrownBy(() -> input.set("wage", Amounts.of(fine, own)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("amount.too-many-decimals")).isTrue());
        assertThat(JANUARY.compute(input.build()).orElseThrow().minor("pay")).isEqualTo(minor);
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("JPY", "EUR", "KWD");
    }

    @Property(tries = 100)
    void corrections_compose(
            @ForAll("inputs") PayrollInput a, @ForAll("inputs") PayrollInput b, @ForAll("inputs") PayrollInput c) {
        assertThat(PayrollInvariants.deltasCompose(
                        JANUARY.compute(a).orElseThrow(),
                        JANUARY.compute(b).orElseThrow(),
                        JANUARY.compute(c).orElseThrow()))
                .isEmpty();
    }

    @Property(tries = 500)
    void creditors_are_served_within_law_and_by_priority(
            @ForAll("orders") ImmutableList<Garnishment> orders,
            @ForAll @LongRange(min = -1_000, max = 2_000_000) long disposable,
            @ForAll @LongRange(max = 500_000) long floor) {
        assertThat(PayrollInvariants.garnishments(
                        disposable, floor, orders, Garnishment.serve(disposable, floor, orders)))
                .isEmpty();
    }

    @Property(tries = 100)
    void the_least_gross_reaches_the_net(
            @ForAll("inputs") PayrollInput input, @ForAll @LongRange(max = 1_000_000) long net) {
        GrossUp found = GrossUp.find(JANUARY, input, WAGE, net, 10_000_000).orElseThrow();
        assertThat(PayrollInvariants.grossUp(JANUARY, WAGE, net, found)).isEmpty();
    }

    @Property(tries = 300)
    void parts_of_a_period_sum_to_the_whole(
            @ForAll Proration policy,
            @ForAll @LongRange(max = 50_000_000) long full,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 31) Integer> days) {
        ImmutableList<Rational> parts = Lists.immutable.withAll(days).collect(Rational::of);
        RoundingPolicy yen = RoundingPolicy.parse("half-up:0");
        long[] amounts = policy.partition(full, parts, yen, Amounts.currency("JPY"));
        long sum = 0;
        for (long amount : amounts) {
            assertThat(amount).isNotNegative();
            sum += amount;
        }
        assertThat(sum).isEqualTo(full);
        Rational whole = parts.injectInto(Rational.ZERO, Rational::add);
        assertThat(Proration.amount(full, policy.share(whole, whole), yen, Amounts.currency("JPY")))
                .isEqualTo(full);
        assertThat(Proration.amount(full, policy.share(Rational.ZERO, whole), yen, Amounts.currency("JPY")))
                .isZero();
    }

    @Property(tries = 50)
    void the_order_of_declaration_does_not_matter(
            @ForAll("permutation") List<Integer> order, @ForAll @LongRange(max = 1_000_000) long wage) {
        assertThat(chain(order, wage)).isEqualTo(chain(List.of(0, 1, 2, 3), wage));
    }

    @Provide
    Arbitrary<List<Integer>> permutation() {
        return Arbitraries.shuffle(0, 1, 2, 3);
    }

    private static String chain(List<Integer> order, long wage) {
        PackBuilder b = Pack.define("chain", "1", Amounts.currency("USD"));
        Fact fact = b.fact(Fact.amount("wage"));
        Slot pay = b.slot(Slot.earning("pay"));
        Slot half = b.slot(Slot.base("half"));
        Slot tax = b.slot(Slot.deduction("tax"));
        Slot both = b.slot(Slot.base("both"));
        for (int next : order) {
            switch (next) {
                case 0 -> b.rule(pay, in -> in.get(fact), fact);
                case 1 -> b.rule(half, in -> in.share(in.amount(pay), 1, 2, Islandia.HALF_UP), pay);
                case 2 -> b.rule(tax, in -> in.share(in.amount(half), 1, 3, Islandia.HALF_UP), half);
                default -> b.rule(both, in -> in.amount(half) + in.amount(tax), tax, half);
            }
        }
        b.edition(Edition.payment("e", Islandia.COVERAGE));
        Payroll payroll = Payroll.of(b.build());
        return payroll.plan("e", Islandia.month(2026, 1))
                .orElseThrow()
                .compute(PayrollInput.of(payroll.pack(), "E").set("wage", wage).build())
                .orElseThrow()
                .canonical();
    }

    @Property(tries = 100)
    void days_outside_the_coverage_are_refused(@ForAll @IntRange(min = -40_000, max = 80_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        PayDates dates = PayDates.of(Islandia.month(2026, 1).period(), day);
        assertThat(PAYROLL.plan("monthly", dates).isAccepted()).isEqualTo(Islandia.COVERAGE.contains(day));
    }
}
