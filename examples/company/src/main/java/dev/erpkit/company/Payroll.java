package dev.erpkit.company;

import java.time.Month;
import java.time.YearMonth;

/**
 * The sums of a month's payroll in yen, invented.
 *
 * @param salaries gross
 * @param bonuses gross
 * @param incomeTax withheld income tax
 * @param residentTax withheld resident tax
 * @param insurance the employees' share of social insurance
 * @param companyInsurance the company's share
 */
record Payroll(long salaries, long bonuses, long incomeTax, long residentTax, long insurance, long companyInsurance) {
    private static final Payroll PLAIN = new Payroll(3_950_000, 0, 121_000, 158_000, 583_000, 598_000);
    private static final Payroll WITH_BONUS = new Payroll(3_950_000, 5_200_000, 489_000, 158_000, 1_351_000, 1_386_000);

    static Payroll of(YearMonth month) {
        return month.getMonth() == Month.JULY || month.getMonth() == Month.DECEMBER ? WITH_BONUS : PLAIN;
    }

    long paidOut() {
        return salaries + bonuses - incomeTax - residentTax - insurance;
    }
}
