package dev.erpkit.hr.japan.payslip;

import dev.erpkit.hr.japan.insurance.CollectedMonths;
import dev.erpkit.hr.japan.insurance.InsuredAges;
import dev.erpkit.hr.payroll.PayDates;
import java.time.LocalDate;
import java.time.YearMonth;

/** The months whose premiums a payment can bear, with what depends on them alone. */
final class PremiumMonths {
    static final int COUNT = CollectedMonths.COUNT;
    static final int PREMIUM = CollectedMonths.PREMIUM;

    /** The month of the payment. */
    final YearMonth paid;

    final YearMonth premium;
    final CollectedMonths collected;

    /** Those before, of and after the premium month, as {@link CollectedMonths#months}. */
    final YearMonth[] months;

    /** The first day of each, on which its rates key. */
    final LocalDate[] days;

    final InsuredAges[] ages;

    /** How derivations name the premium of each. */
    final String[] notes;

    private PremiumMonths(PayDates dates, YearMonth premium, YearMonth paid) {
        this.paid = paid;
        this.premium = premium;
        this.collected = CollectedMonths.of(dates.period(), paid, premium);
        this.months = collected.months().toArray(new YearMonth[COUNT]);
        this.days = collected.months().collect(month -> month.atDay(1)).toArray(new LocalDate[COUNT]);
        this.ages = collected.months().collect(InsuredAges::of).toArray(new InsuredAges[COUNT]);
        this.notes = collected.months().collect(month -> "premium of " + month).toArray(new String[COUNT]);
    }

    /** Of a payment; one without a premium month is refused by whatever asks for a rate, so any month stands for it. */
    static PremiumMonths of(PayDates dates) {
        YearMonth paid = YearMonth.from(dates.payment());
        return new PremiumMonths(dates, dates.premiumMonth().orElse(paid), paid);
    }

    /** Whether premiums of the premium month may be deducted from what is paid in the month of payment. */
    boolean lawful() {
        return premium.equals(paid) || premium.plusMonths(1).equals(paid);
    }
}
