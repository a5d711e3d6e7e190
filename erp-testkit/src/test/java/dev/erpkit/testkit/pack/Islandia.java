package dev.erpkit.testkit.pack;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.hr.payroll.Accumulator;
import dev.erpkit.hr.payroll.Caps;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PackBuilder;
import dev.erpkit.hr.payroll.Parameter;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Rate;
import dev.erpkit.hr.payroll.Reset;
import dev.erpkit.hr.payroll.Slot;
import dev.erpkit.hr.payroll.Source;
import java.time.LocalDate;

/**
 * A country that does not exist: a levy of 5 % (6 % from 2027) of pay up to 3,000.00 a calendar year, matched by the employer;
 * a tax of 10 % of pay less 20.00 a child, keyed on the closing day; a church fee for those who declare a church.
 */
public final class Islandia {
    public static final DateRange COVERAGE = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1));
    public static final Source SOURCE = new Source("Gazette of Islandia 7", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 1));
    public static final RoundingPolicy HALF_UP = RoundingPolicy.parse("half-up:currency");

    public final Pack pack;
    public final Slot pay;
    public final Slot gross;

    private Islandia(Pack pack, Slot pay, Slot gross) {
        this.pack = pack;
        this.pay = pay;
        this.gross = gross;
    }

    public static Islandia create() {
        PackBuilder b = Pack.define("islandia", "1", Amounts.currency("USD"));
        Fact wage = b.fact(Fact.amount("wage"));
        Fact children = b.fact(Fact.count("children"));
        Fact church = b.fact(Fact.flag("church").in("church-form").byLaw(0, "Church Act 2"));
        Slot gross = b.slot(Slot.sum("gross"));
        Slot pay = b.slot(Slot.earning("pay").into(gross).cites("Wages Act 1"));
        Slot capped = b.slot(Slot.base("levy-base").cites("Levy Act 2"));
        Slot levy = b.slot(Slot.deduction("levy").cites("Levy Act 3"));
        Slot match = b.slot(Slot.employer("levy-employer").cites("Levy Act 4"));
        Slot tax = b.slot(Slot.deduction("tax").on(KeyDate.CLOSING).cites("Tax Act 9"));
        Slot fee = b.slot(Slot.deduction("church-fee").cites("Church Act 1"));
        Parameter<Rate> rate = b.parameter(Parameter.<Rate>of("levy-rate", KeyDate.PAYMENT)
                .version("2027", DateRange.of(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1)), Rate.percent("6"), SOURCE)
                .version("2026", DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)), Rate.percent("5"), SOURCE));
        Parameter<Long> cap = b.parameter(
                Parameter.<Long>of("levy-cap", KeyDate.PAYMENT).version("1", COVERAGE, 3_000_00L, SOURCE));
        Parameter<Rate> taxRate = b.parameter(
                Parameter.<Rate>of("tax-rate", KeyDate.CLOSING).version("1", COVERAGE, Rate.percent("10"), SOURCE));
        Accumulator year = b.accumulator(
                Accumulator.of("levy-base-of-year", capped, Reset.calendarYear(), KeyDate.PAYMENT));
        b.rule(fee, in -> in.flag(church) ? 1_00 : 0, church);
        b.rule(
                tax,
                in -> {
                    long relief = in.note("relief", 20_00 * in.get(children));
                    return in.share(Math.max(0, in.amount(gross) - relief), in.get(taxRate), HALF_UP);
                },
                gross,
                children,
                taxRate);
        b.rule(match, in -> in.amount(levy), levy);
        b.rule(levy, in -> in.share(in.amount(capped), in.get(rate), HALF_UP), capped, rate);
        b.rule(
                capped,
                in -> Caps.within(in.get(cap), in.accumulated(year), in.amount(gross)),
                gross,
                cap,
                year);
        b.rule(pay, in -> in.get(wage), wage);
        b.edition(Edition.payment("monthly", COVERAGE));
        return new Islandia(b.build(), pay, gross);
    }

    public static PayDates month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        DateRange period = DateRange.of(first, first.plusMonths(1));
        return PayDates.of(period, period.lastDay());
    }
}
