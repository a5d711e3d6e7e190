package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.japan.insurance.CollectedMonths;
import dev.erpkit.hr.japan.payslip.JapanPack;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.Payslip;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** A monthly payslip through the pack of Japan: somebody ordinary in Tokyo, as far as a case does not say otherwise. */
final class JapaneseSlip {
    private static final Pack JAPAN = JapanPack.create();
    private static final Payroll PAYROLL = Payroll.of(JAPAN);

    final PayrollInputBuilder input = PayrollInput.of(JAPAN, "case")
            .set("born", LocalDate.of(1990, 5, 10))
            .set("joined", LocalDate.of(2015, 4, 1))
            .set("prefecture", "13")
            .set("social-insured", true)
            .set("employment-insured", true)
            .set("business", "general")
            .set("accident-insured", true)
            .set("accident-business", "94")
            .set("resident-collected", false);
    private PayDates dates;

    JapaneseSlip(YearMonth payMonth) {
        dates = paid(payMonth, Optional.empty());
    }

    private static PayDates paid(YearMonth payMonth, Optional<LocalDate> lastDay) {
        return PayDates.of(period(payMonth, lastDay), payMonth.atDay(25))
                .premium(payMonth.minusMonths(1))
                .notice(payMonth.getMonthValue() >= 6 ? payMonth.getYear() : payMonth.getYear() - 1);
    }

    /** The month of payment itself; the month before when the last day of work was before it. */
    static DateRange period(YearMonth payMonth, Optional<LocalDate> lastDay) {
        YearMonth worked =
                lastDay.filter(day -> day.isBefore(payMonth.atDay(1))).isPresent() ? payMonth.minusMonths(1) : payMonth;
        return DateRange.ofClosed(worked.atDay(1), worked.atEndOfMonth());
    }

    /** The pay of a month, bearing the premium of the month before. */
    static CollectedMonths payment(YearMonth payMonth, Optional<LocalDate> lastDay) {
        return CollectedMonths.of(period(payMonth, lastDay), payMonth, payMonth.minusMonths(1));
    }

    void leaves(LocalDate lastDay) {
        input.set("last-day", lastDay);
        dates = paid(YearMonth.from(dates.payment()), Optional.of(lastDay));
    }

    void closedOn(LocalDate day) {
        dates = dates.closedOn(day);
    }

    void check(Case current) {
        Payslip slip = PAYROLL.plan("monthly", dates)
                .orElseThrow()
                .compute(input.build())
                .orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            current.differences().number(expected, figure(name, slip));
        }
    }

    private static long figure(String name, Payslip slip) {
        return switch (name) {
            case "gross" -> slip.grossMinor();
            case "net", "net_pay" -> slip.netMinor();
            case "employer_cost" -> slip.employerCostMinor();
            case "deductions" -> slip.deductionsMinor();
            case "health", "health_employee" -> slip.minor("health");
            case "health_employer" -> slip.minor("health-employer");
            case "support", "support_employee" -> slip.minor("child-support");
            case "support_employer" -> slip.minor("child-support-employer");
            case "pension", "pension_employee" -> slip.minor("pension");
            case "pension_employer" -> slip.minor("pension-employer");
            case "child_contribution", "child_contribution_employer" -> slip.minor("child-contribution");
            case "ei_employee", "employment_insurance_employee", "employment_insurance" ->
                slip.minor("employment-insurance");
            case "ei_employer", "employment_insurance_employer" -> slip.minor("employment-insurance-employer");
            case "workers_comp", "workers_comp_employer" -> slip.minor("accident-insurance");
            case "social_insurance", "social_insurance_total" -> slip.minor("social-insurance");
            case "taxable", "taxable_pay" -> slip.minor("taxable-pay");
            case "tax_base" -> slip.minor("tax-base");
            case "income_tax", "tax" -> slip.minor("income-tax");
            case "resident_tax" -> slip.minor("resident-tax");
            default -> throw new UnsupportedCaseException("expect." + name);
        };
    }
}
