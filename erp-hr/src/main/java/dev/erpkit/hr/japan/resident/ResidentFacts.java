package dev.erpkit.hr.japan.resident;

import dev.erpkit.hr.japan.yearend.LifeInsurance;
import java.util.Optional;

/**
 * What an estimate of resident tax is made of.
 *
 * @param incomeYear the calendar year of the pay; the tax is collected from June of the next
 * @param pay of that year, in yen
 * @param socialInsurance of that year
 * @param lifeInsurance premiums of that year
 * @param spouseIncome of the spouse, if there is one
 * @param general dependants from 16 on
 * @param specified dependants from 19 to 22
 * @param elderly dependants from 70 on
 * @param elderlyCohabitingParent parents from 70 on in the household
 */
public record ResidentFacts(
        int incomeYear,
        long pay,
        long socialInsurance,
        LifeInsurance lifeInsurance,
        Optional<Long> spouseIncome,
        int general,
        int specified,
        int elderly,
        int elderlyCohabitingParent) {
    /** Without the amounts. */
    @Override
    public String toString() {
        return "ResidentFacts of " + incomeYear;
    }
}
