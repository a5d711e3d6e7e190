package dev.erpkit.company.people;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.employment.PayRate;
import dev.erpkit.hr.employment.PersonFile;
import dev.erpkit.hr.employment.PersonFile.Holding;
import dev.erpkit.hr.japan.payslip.WorkedTime;
import dev.erpkit.hr.payroll.Proration;
import java.time.YearMonth;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * What somebody earns in a month by the contract, in yen.
 *
 * @param contract as it holds at the end of the period
 * @param fullPay the monthly wage, or what the hours come to
 * @param pay the wage for the part of the period in which the contract held
 * @param fare the commuting allowance for that part
 * @param time the work
 */
record Wage(Holding contract, long fullPay, long pay, long fare, WorkedTime time) {
    private static final CurrencyUnit YEN = Amounts.currency("JPY");
    private static final RoundingPolicy HALF_UP = RoundingPolicy.parse("half-up:0");

    /** The wage of a month as it is planned, or none for who was not there. */
    static Optional<Wage> of(Employee employee, PersonFile file, YearMonth month) {
        return of(employee, file, month, Timesheet::planned);
    }

    /** The wage of a month for the time that somebody knows of. */
    static Optional<Wage> of(Employee employee, PersonFile file, YearMonth month, Worked.Source time) {
        DateRange period = PayCalendar.period(month);
        return file.contractsOn(period.lastDay())
                .getFirstOptional()
                .or(() -> file.contractsOn(period.startInclusive()).getFirstOptional())
                .map(contract -> of(employee, contract, period, time));
    }

    private static Wage of(Employee employee, Holding contract, DateRange period, Worked.Source source) {
        EmploymentTerms terms = contract.terms();
        DateRange part = contract.validity().intersection(period).orElseThrow();
        Worked worked = source.of(employee, terms, part);
        Rational share = Proration.WORKING_DAYS.share(
                Rational.of(Timesheet.days(part, terms).size()),
                Rational.of(Timesheet.days(period, terms).size()));
        long fare = Proration.amount(employee.papers().fare(), share, HALF_UP, YEN);
        PayRate rate = terms.pay().orElseThrow();
        long amount = Amounts.minor(rate.amount());
        if (rate.per() == PayRate.Per.HOUR) {
            long earned = HALF_UP.share(amount, worked.paidMinutes(), 60, YEN);
            return new Wage(contract, earned, earned, fare, worked.time());
        }
        return new Wage(contract, amount, Proration.amount(amount, share, HALF_UP, YEN), fare, worked.time());
    }

    /** What counts for the standard remuneration of a month, whatever was paid for other months with it. */
    long remuneration() {
        return pay + fare + CompanyPack.overtime(fullPay, time.overtime());
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "Wage";
    }
}
