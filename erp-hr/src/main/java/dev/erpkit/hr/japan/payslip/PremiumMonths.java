package dev.erpkit.hr.japan.payslip;

import dev.erpkit.hr.japan.insurance.InsuredAges;
import dev.erpkit.hr.payroll.PayDates;
import java.time.LocalDate;
import java.time.YearMonth;

/** The months whose premiums a payment can bear: the premium month and, for those who leave, the one after. */
final class PremiumMonths {
    static final int COUNT = 2;

    final YearMonth first;

    /** The month of the pay that bears the premiums. */
    final YearMonth second;

    /** The first day of each, on which its rates key. */
    final LocalDate[] days;

    /** The last day of the first one, counted from 1970-01-01. */
    final long end;

    final InsuredAges[] ages;

    /** How derivations name the premium of each. */
    final String[] notes;

    private PremiumMonths(YearMonth first) {
        this.first = first;
        this.second = first.plusMonths(1);
        this.days = new LocalDate[] {first.atDay(1), second.atDay(1)};
        this.end = first.atEndOfMonth().toEpochDay();
        this.ages = new InsuredAges[] {InsuredAges.of(first), InsuredAges.of(second)};
        this.notes = new String[] {"premium of " + first, "premium of " + second};
    }

    /** Of a payment; one without a premium month is refused by whatever asks for a rate, so any month stands for it. */
    static PremiumMonths of(PayDates dates) {
        return new PremiumMonths(dates.premiumMonth().orElseGet(() -> YearMonth.from(dates.payment())));
    }
}
