package dev.erpkit.hr.us;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.hr.payroll.Accumulator;
import dev.erpkit.hr.payroll.Caps;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PackBuilder;
import dev.erpkit.hr.payroll.Parameter;
import dev.erpkit.hr.payroll.Rate;
import dev.erpkit.hr.payroll.Reset;
import dev.erpkit.hr.payroll.Slot;
import dev.erpkit.hr.payroll.Source;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The federal pack for payments in 2025 and 2026: edition {@code regular}.
 *
 * <p>Facts: {@code wages}, {@code overtime}, {@code supplemental} (amounts; what is not given is not paid, but wages must be),
 * {@code pay-frequency} and {@code filing-status} as in {@link PayFrequency} and {@link FilingStatus}, {@code multiple-jobs},
 * {@code credits}, {@code other-income}, {@code deductions} (amounts a year), {@code extra-withholding} (a period),
 * {@code w4-before-2020} with {@code allowances}, {@code garnishment-order} (an ordinary creditor). Everything keys on the
 * date of payment.
 */
public final class FederalPack {
    private static final DateRange COVERAGE = DateRange.of(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1));
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 28);
    private static final LocalDate REVIEW = LocalDate.of(2026, 12, 31);
    private static final RoundingPolicy CENT = Fica.CENT;
    private static final ImmutableList<PayFrequency> FREQUENCIES = Lists.immutable.with(PayFrequency.values());
    private static final ImmutableList<FilingStatus> STATUSES = Lists.immutable.with(FilingStatus.values());

    private final PackBuilder pack = Pack.define("us-federal", "2026.1", Amounts.currency("USD"));
    private final Fact frequency =
            pack.fact(Fact.code("pay-frequency", texts(PayFrequency.values(), PayFrequency::text)));
    private final Slot gross = pack.slot(Slot.sum("gross"));
    private final Slot regular = pack.slot(Slot.sum("regular-wages"));
    private final Slot required = pack.slot(Slot.sum("required-deductions"));

    private FederalPack() {}

    /** The pack. */
    public static Pack create() {
        FederalPack federal = new FederalPack();
        federal.earnings();
        federal.withholding();
        federal.socialSecurity();
        federal.medicare();
        federal.unemployment();
        federal.garnishment();
        federal.pack.edition(Edition.payment("regular", COVERAGE));
        return federal.pack.build();
    }

    private static <T> String[] texts(T[] values, Function<T, String> text) {
        return Arrays.stream(values).map(text).toArray(String[]::new);
    }

    private static DateRange year(int year) {
        return DateRange.of(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private static Source source(String document) {
        return new Source(document, CHECKED, REVIEW);
    }

    private <T> Parameter<T> constant(String name, T value, String law) {
        return pack.parameter(Parameter.<T>of(name, KeyDate.PAYMENT).version("2025", COVERAGE, value, source(law)));
    }

    private void earnings() {
        Fact wages = pack.fact(Fact.amount("wages"));
        Fact overtime = pack.fact(Fact.amount("overtime").byLaw(0, "none was paid"));
        Slot pay = pack.slot(Slot.earning("wages").into(gross, regular).cites("IRC 3401(a)"));
        Slot premium = pack.slot(Slot.earning("overtime").into(gross, regular).cites("29 USC 207"));
        pack.rule(pay, in -> in.get(wages), wages);
        pack.rule(premium, in -> in.get(overtime), overtime);
        Fact bonus = pack.fact(Fact.amount("supplemental").byLaw(0, "none was paid"));
        Slot supplemental = pack.slot(Slot.earning("supplemental").into(gross).cites("26 CFR 31.3402(g)-1"));
        pack.rule(supplemental, in -> in.get(bonus), bonus);
        Slot tax = pack.slot(Slot.deduction("income-tax-supplemental")
                .into(required)
                .cites("IRC 3402(a); Publication 15, section 7"));
        Accumulator year = pack.accumulator(
                Accumulator.of("supplemental-of-year", supplemental, Reset.calendarYear(), KeyDate.PAYMENT));
        Parameter<Rate> flat = constant("supplemental-rate", Supplemental.FLAT, "Publication 15, section 7");
        Parameter<Rate> above = constant("supplemental-rate-above", Supplemental.ABOVE, "Publication 15, section 7");
        Parameter<Long> million = constant("supplemental-threshold", Supplemental.MILLION, "Publication 15, section 7");
        pack.rule(
                tax,
                in -> {
                    long amount = in.amount(supplemental);
                    long under = Caps.within(in.get(million), in.accumulated(year), amount);
                    return in.share(under, in.get(flat), CENT) + in.share(amount - under, in.get(above), CENT);
                },
                supplemental,
                year,
                flat,
                above,
                million);
    }

    private void withholding() {
        String optional = "Form W-4: steps 2 to 4 only where they apply";
        Fact status = pack.fact(Fact.code("filing-status", texts(FilingStatus.values(), FilingStatus::text))
                .in("w-4")
                .byLaw("single", "26 CFR 31.3402(f)(2)-1(a)(4): without a form, single with no other entries"));
        Fact jobs = pack.fact(Fact.flag("multiple-jobs").byLaw(0, optional));
        Fact credits = pack.fact(Fact.amount("credits").byLaw(0, optional));
        Fact income = pack.fact(Fact.amount("other-income").byLaw(0, optional));
        Fact deductions = pack.fact(Fact.amount("deductions").byLaw(0, optional));
        Fact extra = pack.fact(Fact.amount("extra-withholding").byLaw(0, optional));
        Fact old = pack.fact(Fact.flag("w4-before-2020").byLaw(0, "Form W-4 of 2020 or later"));
        Fact allowances = pack.fact(Fact.count("allowances"));
        Parameter<PercentageSchedule> tables =
                pack.parameter(Parameter.<PercentageSchedule>of("percentage-method", KeyDate.PAYMENT)
                        .version(
                                "2025",
                                year(2025),
                                PercentageSchedule.of(2025).orElseThrow(),
                                source("Publication 15-T (2025)"))
                        .version(
                                "2026",
                                year(2026),
                                PercentageSchedule.of(2026).orElseThrow(),
                                source("Publication 15-T (2026)")));
        Slot tax = pack.slot(
                Slot.deduction("income-tax").into(required).cites("IRC 3402(a); Publication 15-T, worksheet 1A"));
        pack.rule(
                tax,
                in -> {
                    boolean legacy = in.flag(old);
                    FilingStatus filed = STATUSES.get((int) in.get(status));
                    long step3 = in.get(credits);
                    long other = in.get(income) + in.get(deductions);
                    boolean step2 = in.flag(jobs);
                    if (legacy && (filed == FilingStatus.HEAD_OF_HOUSEHOLD || step2 || step3 + other > 0)) {
                        throw in.refuse(FederalRefusals.contradicts());
                    }
                    FormW4 form = new FormW4(
                            filed,
                            step2,
                            step3,
                            in.get(income),
                            in.get(deductions),
                            0,
                            legacy,
                            legacy ? Math.toIntExact(in.get(allowances)) : 0);
                    return withhold(in, in.get(tables), form, in.get(extra));
                },
                regular,
                frequency,
                status,
                jobs,
                credits,
                income,
                deductions,
                extra,
                old,
                allowances,
                tables);
    }

    private long withhold(Inputs in, PercentageSchedule tables, FormW4 form, long extra) {
        PayFrequency often = FREQUENCIES.get((int) in.get(frequency));
        long wages = in.amount(regular);
        in.note("adjusted annual wage", PercentageSchedule.adjusted(wages, often, form));
        long annual = tables.annualTimes100(wages, often, form);
        return Math.addExact(in.round(annual, 100L * often.periods(), CENT), extra);
    }

    private void socialSecurity() {
        Slot base = pack.slot(Slot.base("social-security-wages").cites("IRC 3121(a)(1)"));
        Slot employee =
                pack.slot(Slot.deduction("social-security").into(required).cites("IRC 3101(a)"));
        Slot employer = pack.slot(Slot.employer("social-security-employer").cites("IRC 3111(a)"));
        Accumulator year = pack.accumulator(
                Accumulator.of("social-security-wages-of-year", base, Reset.calendarYear(), KeyDate.PAYMENT));
        Parameter<Long> cap = pack.parameter(Parameter.<Long>of("social-security-wage-base", KeyDate.PAYMENT)
                .version("2025", year(2025), Fica.wageBase(2025).orElseThrow(), source("SSA, contribution base 2025"))
                .version("2026", year(2026), Fica.wageBase(2026).orElseThrow(), source("SSA, contribution base 2026")));
        Parameter<Rate> rate = constant("social-security-rate", Fica.SOCIAL_SECURITY, "IRC 3101(a), 3111(a)");
        pack.rule(base, in -> Caps.within(in.get(cap), in.accumulated(year), in.amount(gross)), gross, cap, year);
        pack.rule(employee, in -> in.share(in.amount(base), in.get(rate), CENT), base, rate);
        pack.rule(employer, in -> in.share(in.amount(base), in.get(rate), CENT), base, rate);
    }

    private void medicare() {
        Slot employee = pack.slot(Slot.deduction("medicare").into(required).cites("IRC 3101(b)(1)"));
        Slot additional =
                pack.slot(Slot.deduction("medicare-additional").into(required).cites("IRC 3101(b)(2), 3102(f)"));
        Slot employer = pack.slot(Slot.employer("medicare-employer").cites("IRC 3111(b)"));
        Accumulator year =
                pack.accumulator(Accumulator.of("wages-of-year", gross, Reset.calendarYear(), KeyDate.PAYMENT));
        Parameter<Rate> rate = constant("medicare-rate", Fica.MEDICARE, "IRC 3101(b)(1), 3111(b)");
        Parameter<Rate> more = constant("medicare-additional-rate", Fica.ADDITIONAL, "IRC 3101(b)(2)");
        Parameter<Long> above = constant("medicare-additional-above", Fica.ADDITIONAL_ABOVE, "IRC 3102(f)(1)");
        pack.rule(employee, in -> in.share(in.amount(gross), in.get(rate), CENT), gross, rate);
        pack.rule(employer, in -> in.share(in.amount(gross), in.get(rate), CENT), gross, rate);
        pack.rule(
                additional,
                in -> in.share(Caps.above(in.get(above), in.accumulated(year), in.amount(gross)), in.get(more), CENT),
                gross,
                year,
                more,
                above);
    }

    private void unemployment() {
        Slot base = pack.slot(Slot.base("futa-wages").cites("IRC 3306(b)(1)"));
        Slot employer = pack.slot(Slot.employer("futa").cites("IRC 3301, 3302"));
        Accumulator year =
                pack.accumulator(Accumulator.of("futa-wages-of-year", base, Reset.calendarYear(), KeyDate.PAYMENT));
        Parameter<Long> cap = constant("futa-wage-base", Futa.WAGE_BASE, "IRC 3306(b)(1)");
        Parameter<Rate> rate = constant("futa-rate", Futa.NET, "IRC 3301 less the full credit of 3302");
        pack.rule(base, in -> Caps.within(in.get(cap), in.accumulated(year), in.amount(gross)), gross, cap, year);
        pack.rule(employer, in -> in.share(in.amount(base), in.get(rate), CENT), base, rate);
    }

    private void garnishment() {
        Fact order = pack.fact(Fact.amount("garnishment-order").byLaw(0, "there is no order"));
        Slot disposable = pack.slot(Slot.base("disposable-earnings").cites("15 USC 1672(b)"));
        Slot taken = pack.slot(Slot.deduction("garnishment").cites("15 USC 1673(a)"));
        pack.rule(disposable, in -> in.amount(gross) - in.amount(required), gross, required);
        pack.rule(
                taken,
                in -> {
                    long limit =
                            GarnishmentLimit.ordinary(in.amount(disposable), FREQUENCIES.get((int) in.get(frequency)));
                    return Math.min(in.get(order), in.note("limit", limit));
                },
                disposable,
                order,
                frequency);
    }
}
