package dev.erpkit.hr.japan.payslip;

import dev.erpkit.hr.japan.insurance.InsuredMonths;
import dev.erpkit.hr.japan.insurance.StandardBonus;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.withholding.BonusWithholding;
import dev.erpkit.hr.japan.withholding.TaxColumn;
import dev.erpkit.hr.payroll.Accumulator;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.Reset;
import dev.erpkit.hr.payroll.Slot;

/** A bonus; its premium month is the month of its payment. */
final class BonusRules {
    private static final String NAME = "bonus";

    private final Parts parts;
    private final Fact bonus;
    private final Fact previousPay;
    private final Fact months;

    BonusRules(Parts parts) {
        this.parts = parts;
        bonus = parts.pack.fact(Fact.amount("bonus"));
        previousPay = parts.pack.fact(Fact.amount("previous-pay-after-insurance"));
        months = parts.pack.fact(Fact.count("bonus-months"));
        Slot line = parts.pack.slot(Slot.earning("bonus").into(parts.gross).cites("Labour Standards Act art. 24"));
        parts.pack.rule(NAME, line, in -> in.get(bonus), bonus);
        insurance(line);
        parts.pack.rule(NAME, parts.taxable, in -> in.amount(line), line);
        parts.pack.rule(
                NAME,
                parts.taxBase,
                in -> Math.max(0, in.amount(parts.taxable) - in.amount(parts.social)),
                parts.taxable,
                parts.social);
        parts.pack.rule(
                NAME,
                parts.tax,
                this::withhold,
                parts.taxBase,
                parts.taxable,
                parts.column,
                parts.dependants,
                previousPay,
                months,
                parts.taxTables);
        parts.pack.rule(NAME, parts.taxSettled, in -> in.amount(parts.tax), parts.tax);
        parts.pack.edition(Edition.payment(NAME, Parts.COVERAGE));
    }

    private void insurance(Slot line) {
        Slot health = parts.pack.slot(
                Slot.base("standard-bonus-health").on(KeyDate.PREMIUM_MONTH).cites("Health Insurance Act art. 45"));
        Slot pension = parts.pack.slot(Slot.base("standard-bonus-pension")
                .on(KeyDate.PREMIUM_MONTH)
                .cites("Employees' Pension Insurance Act art. 24-4"));
        Accumulator ofYear = parts.pack.accumulator(
                Accumulator.of("standard-bonus-of-fiscal-year", health, Reset.yearFrom(4), KeyDate.PAYMENT));
        Accumulator ofMonth = parts.pack.accumulator(
                Accumulator.of("standard-bonus-of-month", pension, Reset.monthly(), KeyDate.PAYMENT));
        parts.pack.rule(
                NAME,
                health,
                in -> counts(in) ? standard(in, line, in.accumulated(ofYear), 0).health() : 0,
                line,
                ofYear,
                parts.socialInsured,
                parts.exempt,
                parts.joined,
                parts.lastDay);
        parts.pack.rule(
                NAME,
                pension,
                in -> counts(in)
                        ? standard(in, line, 0, in.accumulated(ofMonth)).pension()
                        : 0,
                line,
                ofMonth,
                parts.socialInsured,
                parts.exempt,
                parts.joined,
                parts.lastDay);
        new Premiums(parts).bonus(NAME, health, pension);
    }

    private StandardBonus standard(Inputs in, Slot line, long year, long month) {
        return in.orRefuse(StandardBonus.of(in.amount(line), year, month));
    }

    /** The month of loss is free for bonuses too. */
    private boolean counts(Inputs in) {
        if (!in.flag(parts.socialInsured) || in.flag(parts.exempt)) {
            return false;
        }
        PremiumMonths months = PremiumMonths.of(in.dates());
        if (!months.premium.equals(months.paid)) {
            throw in.refuse(Refusals.premiumMonth(months.premium, months.paid));
        }
        return InsuredMonths.due(in.date(parts.joined), parts.insured.lastDay(in), months.paid);
    }

    private long withhold(Inputs in) {
        TaxColumn column = Parts.COLUMNS.get((int) in.get(parts.column));
        in.get(parts.taxTables);
        int persons = column == TaxColumn.KOU ? Math.toIntExact(in.get(parts.dependants)) : 0;
        long base = column == TaxColumn.NON_RESIDENT ? in.amount(parts.taxable) : in.amount(parts.taxBase);
        BonusWithholding.Result result = in.orRefuse(BonusWithholding.tax(
                in.dates().payment(), column, base, in.get(previousPay), persons, Math.toIntExact(in.get(months))));
        result.rate().ifPresent(rate -> in.noteNumber("rate per 100000", rate));
        result.spread().ifPresent(spread -> in.note("tax per month", spread.taxPerMonth()));
        return result.tax().yen();
    }
}
