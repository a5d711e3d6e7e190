package dev.erpkit.company.people;

import dev.erpkit.company.Chance;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.employment.PersonFile.Holding;
import dev.erpkit.hr.japan.insurance.InsuredStatus;
import dev.erpkit.hr.japan.resident.ResidentNotice;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import java.time.YearMonth;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** What the pack is told for a payment. */
final class PayInputs {
    private static final String KANAGAWA = "14";
    private static final Rational EMPLOYMENT_INSURED_FROM = Rational.of(20);
    private static final int ORDINARY_WEEK = 4_000;
    private static final int ORDINARY_DAYS = 21;
    private static final int HEADCOUNT = 11;
    private static final int BONUS_MONTHS = 6;

    private final Pack pack;

    PayInputs(Pack pack) {
        this.pack = pack;
    }

    /** The pay of a month; who leaves asks for the rest of resident tax to be taken from the last one. */
    PayrollInputBuilder monthly(Employee employee, Wage wage, StandardPay standard, YearMonth month) {
        ResidentNotice notice = notice(employee, month);
        PayrollInputBuilder input = common(employee, wage.contract(), month);
        input.set("pay", wage.pay())
                .set("full-pay", wage.fullPay())
                .set("overtime-minutes", wage.time().overtime())
                .set("commuting-allowance", wage.fare())
                .set("method", "table")
                .set("resident-collected", notice.first() > 0)
                .set("resident-first", notice.first())
                .set("resident-monthly", notice.rest());
        if (insured(wage.contract().terms(), month)) {
            input.set("standard-remuneration", standard.of(month.minusMonths(1)));
        }
        if (wage.contract().validity().hasEnd()) {
            input.set("last-day", wage.contract().validity().lastDay()).set("resident-rest-requested", true);
        }
        return input;
    }

    /** A bonus of one to one and a half wages; who is paid by the hour gets a tenth of it. */
    PayrollInputBuilder bonus(Employee employee, Wage wage, long payBefore, YearMonth month) {
        long tenths = Chance.between(10, 15, "bonus" + employee.id() + month);
        long parts = wage.contract().terms().weeklyDays() == 5 ? 10 : 100;
        return common(employee, wage.contract(), month)
                .set("bonus", wage.fullPay() * tenths / parts / 1_000 * 1_000)
                .set("bonus-months", BONUS_MONTHS)
                .set("previous-pay-after-insurance", payBefore);
    }

    /** What was declared for the settlement of the year. */
    PayrollInputBuilder yearEnd(Employee employee) {
        PayrollInputBuilder input = PayrollInput.of(pack, employee.id());
        employee.papers().declared().forEachKeyValue(input::set);
        return input;
    }

    private PayrollInputBuilder common(Employee employee, Holding contract, YearMonth month) {
        EmploymentTerms terms = contract.terms();
        return PayrollInput.of(pack, employee.id())
                .set("born", employee.born())
                .set("joined", employee.joined())
                .set("prefecture", KANAGAWA)
                .set("social-insured", insured(terms, month))
                .set("employment-insured", terms.weeklyHours().compareTo(EMPLOYMENT_INSURED_FROM) >= 0)
                .set("business", "general")
                .set("accident-insured", true)
                .set("accident-business", "94")
                .set("tax-column", "kou")
                .set("dependants", employee.papers().dependants());
    }

    private static boolean insured(EmploymentTerms terms, YearMonth month) {
        long hundredths = terms.weeklyHours().multiply(Rational.of(100)).longNumerator();
        int days = terms.weeklyDays() * 52 / 12;
        return new InsuredStatus(hundredths, ORDINARY_WEEK, days, ORDINARY_DAYS, 0, false, 12, HEADCOUNT)
                .on(month.atDay(1))
                .orElseThrow();
    }

    /** The notice by which a month's resident tax is collected. */
    static ResidentNotice notice(Employee employee, YearMonth month) {
        int year = PayCalendar.monthly(month).noticeYear().orElseThrow();
        Papers papers = employee.papers();
        long annual = year == PayCalendar.FIRST.getYear() ? papers.resident2025() : papers.resident2024();
        return ResidentNotice.ofAnnual(year, annual).orElseThrow();
    }

    /** What an employer before paid and withheld in the year. */
    AccumulatorState before(Employee employee) {
        ImmutableSortedMap<String, Long> slip = employee.papers().before();
        AccumulatorState[] state = {AccumulatorState.none()};
        slip.forEachKeyValue((name, yen) ->
                state[0] = state[0].opening(pack.accumulator(name).orElseThrow(), employee.joined(), yen));
        return state[0];
    }
}
