package dev.erpkit.testkit.cases;

import dev.erpkit.hr.japan.retirement.RetirementTax;

/**
 * Another retirement pay of the same year, and what was withheld from it.
 *
 * @param pay in yen
 * @param incomeTax withheld from it
 * @param residentTax withheld from it, municipal and prefectural as six to four
 */
record EarlierRetirement(long pay, long incomeTax, long residentTax) {
    private static final int MUNICIPAL = 6;
    private static final int BOTH = 10;

    static EarlierRetirement of(JapaneseFacts given) {
        return new EarlierRetirement(
                given.amountOr(0, "prior_same_year", "same_year_pay", "prior_pay", "earlier_pay", "prior_amount"),
                given.amountOr(
                        0,
                        "prior_income_tax",
                        "same_year_income_tax",
                        "prior_tax",
                        "earlier_income_tax",
                        "prior_withheld"),
                given.amountOr(
                        0, "prior_resident_tax", "same_year_resident_tax", "prior_resident", "earlier_resident_tax"));
    }

    RetirementTax less(RetirementTax both) {
        long municipal = residentTax * MUNICIPAL / BOTH;
        return pay == 0 ? both : both.lessWithheld(incomeTax, municipal, residentTax - municipal);
    }
}
