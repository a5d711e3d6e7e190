package dev.erpkit.hr.japan.payslip;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.benefit.Commuting;
import dev.erpkit.hr.japan.benefit.Meals;
import dev.erpkit.hr.japan.resident.ResidentNotice;
import dev.erpkit.hr.japan.withholding.TaxColumn;
import dev.erpkit.hr.japan.withholding.Withholding;
import dev.erpkit.hr.japan.withholding.WithholdingMethod;
import dev.erpkit.hr.japan.withholding.WithholdingYear;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Rule;
import dev.erpkit.hr.payroll.Slot;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Monthly pay. */
final class MonthlyRules {
    static final String NAME = "monthly";
    private static final ImmutableList<WithholdingMethod> METHODS = Lists.immutable.with(WithholdingMethod.values());

    private final Parts parts;
    private final Fact pay;
    private final Fact commuting;
    private final Fact mealValue;
    private final Fact mealShare;
    private final Fact carKilometres;
    private final Fact parking;
    private final Fact otherBenefits;
    private final Fact collected;
    private final Fact june;
    private final Fact monthly;
    private final Fact requested;
    private final Slot commutingLine;

    MonthlyRules(Parts parts) {
        this.parts = parts;
        String none = "none was paid";
        pay = parts.pack.fact(Fact.amount("pay"));
        commuting = parts.pack.fact(Fact.amount("commuting-allowance").byLaw(0, none));
        mealValue = parts.pack.fact(Fact.amount("meal-value").byLaw(0, none));
        mealShare = parts.pack.fact(Fact.amount("meal-own-share").byLaw(0, none));
        carKilometres = parts.pack.fact(Fact.count("commuting-car-kilometres").byLaw(0, "nobody goes by car"));
        parking = parts.pack.fact(Fact.amount("commuting-parking").byLaw(0, none));
        otherBenefits = parts.pack.fact(Fact.amount("other-taxed-benefits").byLaw(0, none));
        collected = parts.pack.fact(Fact.flag("resident-collected"));
        june = parts.pack.fact(Fact.amount("resident-first"));
        monthly = parts.pack.fact(Fact.amount("resident-monthly"));
        requested = parts.pack.fact(Fact.flag("resident-rest-requested")
                .byLaw(0, "Local Tax Act art. 321-5 (2): without a request the rest is not taken from the last pay"));
        commutingLine =
                parts.pack.slot(Slot.earning("commuting").into(parts.gross).cites("Income Tax Act art. 9 (1) v"));
        earnings();
        new Premiums(parts).monthly();
        tax();
        resident();
        parts.pack.edition(Edition.payment(NAME, Parts.COVERAGE));
    }

    private void earnings() {
        Slot line = parts.pack.slot(Slot.earning("pay").into(parts.gross).cites("Labour Standards Act art. 24"));
        parts.pack.rule(NAME, line, in -> in.get(pay), pay);
        parts.pack.rule(NAME, commutingLine, in -> in.get(commuting), commuting);
        parts.pack.rule(
                NAME,
                parts.taxable,
                this::taxable,
                parts.gross,
                commutingLine,
                carKilometres,
                parking,
                mealValue,
                mealShare,
                otherBenefits);
    }

    /** All pay less the untaxed part of the commuting allowance, and benefits in kind as far as they are taxed. */
    private long taxable(Inputs in) {
        LocalDate payment = in.dates().payment();
        long taxed = Math.addExact(in.amount(parts.gross), in.get(otherBenefits));
        long fare = in.amount(commutingLine);
        if (fare > 0) {
            taxed -= in.note("untaxed commuting allowance", fare - in.orRefuse(taxedCommuting(in, payment, fare)));
        }
        long meals = in.get(mealValue);
        long share = in.get(mealShare);
        return meals == 0 ? taxed : taxed + in.note("taxed meals", in.orRefuse(Meals.taxed(payment, meals, share)));
    }

    private Outcome<Long> taxedCommuting(Inputs in, LocalDate payment, long fare) {
        int kilometres = Math.toIntExact(in.get(carKilometres));
        return kilometres == 0
                ? Commuting.taxed(payment, fare)
                : Commuting.taxedByCar(payment, fare, kilometres, in.get(parking));
    }

    private void tax() {
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
                parts.method,
                parts.taxTables);
        parts.pack.rule(NAME, parts.taxSettled, in -> in.amount(parts.tax), parts.tax);
    }

    private long withhold(Inputs in) {
        TaxColumn column = Parts.COLUMNS.get((int) in.get(parts.column));
        WithholdingYear tables = in.get(parts.taxTables);
        long base = in.amount(parts.taxBase);
        return switch (column) {
            case KOU -> kou(in, tables, base);
            case OTSU -> in.orRefuse(tables.table().otsu(base));
            case HEI, NON_RESIDENT ->
                in.orRefuse(Withholding.monthly(
                                in.dates().payment(), WithholdingMethod.TABLE, column, in.amount(parts.taxable), 0))
                        .yen();
        };
    }

    private long kou(Inputs in, WithholdingYear tables, long base) {
        int persons = Math.toIntExact(in.get(parts.dependants));
        if (METHODS.get((int) in.get(parts.method)) == WithholdingMethod.TABLE) {
            return tables.table().kou(base, persons);
        }
        return tables.computer().taxOf(in.note("taxable B", tables.computer().taxable(base, persons)));
    }

    /** By the notice of the year that runs from June to May; a year without one is refused. */
    private void resident() {
        Slot line = parts.pack.slot(
                Slot.deduction("resident-tax").on(KeyDate.NOTICE_YEAR).cites("Local Tax Act arts 321-3 to 321-5"));
        parts.pack.rule(
                NAME,
                line,
                Rule.dated(this::resident),
                collected,
                june,
                monthly,
                requested,
                parts.lastDay,
                parts.gross,
                parts.social,
                parts.tax);
    }

    private Rule resident(PayDates dates) {
        YearMonth month = YearMonth.from(dates.payment());
        int year = month.getMonthValue() >= Month.JUNE.getValue() ? month.getYear() : month.getYear() - 1;
        boolean noticed = dates.noticeYear().equals(Optional.of(year));
        YearMonth first = YearMonth.of(year, Month.JUNE);
        Fact due = month.equals(first) ? june : monthly;
        long closes = dates.period().endExclusive().toEpochDay();
        return in -> {
            if (!in.flag(collected)) {
                return 0;
            }
            boolean leaves = in.get(parts.lastDay) < closes;
            if (leaves && lapsed(in, month)) {
                return 0;
            }
            if (!in.given(due)) {
                throw in.refuse(ResidentNotice.missing(month).with("fact", due.name()));
            }
            if (!noticed) {
                throw in.refuse(ResidentNotice.missing(month).with("keyDate", KeyDate.NOTICE_YEAR.text()));
            }
            return leaves ? fromLastPay(in, first, month) : in.get(due);
        };
    }

    /** Nothing is left to collect after the last pay, nor of a new notice for who left before it began. */
    private boolean lapsed(Inputs in, YearMonth month) {
        LocalDate lastDay = in.date(parts.lastDay);
        return lastDay.isBefore(in.dates().period().startInclusive())
                || (month.getMonth() == Month.JUNE && lastDay.isBefore(month.atDay(1)));
    }

    /** The whole rest, if law or leaver ask for it and what is left of the pay exceeds it. */
    private long fromLastPay(Inputs in, YearMonth first, YearMonth month) {
        LocalDate lastDay = in.date(parts.lastDay);
        boolean asked = in.flag(requested) || lastDay.getMonthValue() <= Month.APRIL.getValue();
        boolean ofJune = month.equals(first);
        ResidentNotice notice =
                new ResidentNotice(first, ofJune ? in.get(june) : 0, ofJune && !asked ? 0 : in.get(monthly));
        long left = in.amount(parts.gross) - in.amount(parts.social) - in.amount(parts.tax);
        return in.note(
                "resident tax of a leaver",
                notice.fromLastPay(lastDay, month, asked, left).yen());
    }
}
