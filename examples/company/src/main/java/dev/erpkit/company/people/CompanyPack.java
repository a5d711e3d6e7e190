package dev.erpkit.company.people;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.hr.japan.payslip.JapanPack;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Level;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PackBuilder;
import dev.erpkit.hr.payroll.Slot;

/** The pack of Japan, and the company's own layer over it: overtime is a line of its own. */
final class CompanyPack {
    static final String OVERTIME = "overtime";
    private static final RoundingPolicy HALF_UP = RoundingPolicy.parse("half-up:0");
    private static final long PERCENT_OF_OVERTIME = 125;

    private CompanyPack() {}

    static Pack create() {
        Pack japan = JapanPack.create();
        PackBuilder rules = japan.extend(Level.COMPANY, "work rules");
        Fact full = rules.fact(Fact.amount("full-pay"));
        Fact minutes = rules.fact(Fact.count("overtime-minutes"));
        Slot overtime = rules.slot(Slot.earning(OVERTIME)
                .into(japan.slot("gross").orElseThrow())
                .cites("Labour Standards Act art. 37 (1); Ordinance art. 19 (1) iv"));
        rules.rule(
                PayRun.MONTHLY,
                overtime,
                in -> {
                    long worked = in.get(minutes);
                    return worked == 0 ? 0 : in.share(in.get(full), numerator(worked), denominator(), HALF_UP);
                },
                full,
                minutes);
        return rules.build();
    }

    /** Overtime for a monthly wage: an hour is a twelfth of the year's hours, and a quarter more. */
    static long overtime(long fullPay, long minutes) {
        return HALF_UP.share(fullPay, numerator(minutes), denominator(), Amounts.currency("JPY"));
    }

    private static long numerator(long minutes) {
        return 12 * PERCENT_OF_OVERTIME * minutes;
    }

    private static long denominator() {
        return 100L * 60 * Timesheet.ANNUAL_HOURS;
    }
}
