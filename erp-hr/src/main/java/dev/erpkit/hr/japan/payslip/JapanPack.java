package dev.erpkit.hr.japan.payslip;

import dev.erpkit.hr.payroll.Pack;

/**
 * The pack of Japan for payments from 2025 to 2027: editions {@code monthly}, {@code bonus}, {@code retirement},
 * {@code year-end-2025}, {@code year-end-2026}, {@code year-end-2027}.
 *
 * <p>Each line names the date it keys on: income tax the day of payment, premiums of social insurance the premium month (what a
 * month's pay bears is the month before, or in the practice of some employers the same; {@link PayPolicy} makes the
 * dates), employment insurance the day of closing, resident tax the year of the notice ({@code PayDates.notice}). What
 * is not published yet refuses with {@code payroll.parameter-uncovered}, such as premiums from the premium month of
 * March 2027 on; what no source confirms with {@code japan.not-confirmed}; resident tax without a notice with
 * {@code japan.resident-notice-missing}; the premium of a month that a payment cannot bear with
 * {@code japan.premium-month}.
 *
 * <p>The payment whose period has the fact {@code last-day} in it is taken for the last pay: it bears the premiums and,
 * where law or leaver ask for it, the resident tax that would be deducted later. Each insurance is a fact of its own:
 * {@code social-insured} for health, care and pension, {@code employment-insured}, {@code accident-insured}. An officer
 * is only insured by the first, unless employed beside (兼務役員); then {@code officer-pay} says what of the pay is no
 * wage.
 *
 * <p>Whoever files no declaration of dependants is taxed by the column otsu, as the law says; all other facts that a rule needs
 * must be given.
 */
public final class JapanPack {
    private JapanPack() {}

    /** The pack. */
    public static Pack create() {
        Parts parts = new Parts();
        new MonthlyRules(parts);
        new BonusRules(parts);
        new RetirementRules(parts);
        new YearEndRules(parts);
        return parts.pack.build();
    }
}
