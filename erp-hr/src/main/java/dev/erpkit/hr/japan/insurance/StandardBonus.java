package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Yen;
import dev.erpkit.hr.payroll.Caps;

/**
 * What counts of a bonus (Health Insurance Act article 45, Employees' Pension Insurance Act article 24-4): the bonus down to
 * whole 1,000 yen, for health, care and support up to 5,730,000 from April to March, for pension and child contribution up to
 * 1,500,000 a month. Several bonuses of one month are added up before the fraction is dropped.
 *
 * @param standard the bonus down to 1,000 yen, in yen
 * @param health what counts for health, care and support
 * @param pension what counts for pension and child contribution
 */
public record StandardBonus(long standard, long health, long pension) {
    /** Of a fiscal year. */
    public static final long HEALTH_CAP = 5_730_000;

    /** Of a month. */
    public static final long PENSION_CAP = 1_500_000;

    private static final long UNIT = 1_000;

    /**
     * What counts of a bonus.
     *
     * @param bonus in yen
     * @param yearBefore standard bonuses that counted for health since April
     * @param monthBefore standard bonuses that counted for pension in the month
     * @return or {@code japan.below-zero}
     */
    public static Outcome<StandardBonus> of(long bonus, long yearBefore, long monthBefore) {
        if (bonus < 0 || yearBefore < 0 || monthBefore < 0) {
            return Outcome.refused(Refusals.belowZero("bonus"));
        }
        long standard = Yen.floorTo(bonus, UNIT);
        return Outcome.accepted(new StandardBonus(
                standard,
                Caps.within(HEALTH_CAP, yearBefore, standard),
                Caps.within(PENSION_CAP, monthBefore, standard)));
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "StandardBonus";
    }
}
