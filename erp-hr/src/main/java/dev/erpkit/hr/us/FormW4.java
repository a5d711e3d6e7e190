package dev.erpkit.hr.us;

import dev.erpkit.core.value.InvalidValueException;

/**
 * What an employee declared for withholding. Amounts are cents a year, but the extra amount, which is cents a period.
 *
 * @param status the filing status
 * @param multipleJobs the box of step 2(c)
 * @param credits step 3, for children and other dependants
 * @param otherIncome step 4(a)
 * @param deductions step 4(b)
 * @param extra step 4(c), or line 6 of a form of 2019 or earlier, withheld each period on top
 * @param legacy whether it is a form of 2019 or earlier
 * @param allowances the allowances of such a form
 */
public record FormW4(
        FilingStatus status,
        boolean multipleJobs,
        long credits,
        long otherIncome,
        long deductions,
        long extra,
        boolean legacy,
        int allowances) {
    /** Checks that no figure is below zero and that an old form has only what old forms have: {@code us.w4}. */
    public FormW4 {
        if (credits < 0 || otherIncome < 0 || deductions < 0 || extra < 0 || allowances < 0) {
            throw invalid("amounts and allowances must not be below zero");
        }
        if (legacy && (status == FilingStatus.HEAD_OF_HOUSEHOLD || multipleJobs || credits + otherIncome + deductions > 0)) {
            throw invalid("a form of 2019 or earlier has no head of household and no steps 2 to 4(b)");
        }
        if (!legacy && allowances > 0) {
            throw invalid("a form of 2020 or later has no allowances");
        }
    }

    private static InvalidValueException invalid(String message) {
        return new InvalidValueException("FormW4", "form", "us.w4", message);
    }

    /** A form of 2020 or later on which only the status is filled in. */
    public static FormW4 of(FilingStatus status) {
        return new FormW4(status, false, 0, 0, 0, 0, false, 0);
    }

    /** What holds for those who file none: single, nothing else. */
    public static FormW4 none() {
        return of(FilingStatus.SINGLE);
    }

    /** A form of 2019 or earlier. */
    public static FormW4 legacy(FilingStatus status, int allowances) {
        return new FormW4(status, false, 0, 0, 0, 0, true, allowances);
    }

    /** The same form with the box of step 2(c). */
    public FormW4 withMultipleJobs(boolean checked) {
        return new FormW4(status, checked, credits, otherIncome, deductions, extra, legacy, allowances);
    }

    /** The same form with steps 3, 4(a) and 4(b), in cents a year. */
    public FormW4 with(long step3, long step4a, long step4b) {
        return new FormW4(status, multipleJobs, step3, step4a, step4b, extra, legacy, allowances);
    }

    /** The same form with step 4(c), in cents a period. */
    public FormW4 withExtra(long step4c) {
        return new FormW4(status, multipleJobs, credits, otherIncome, deductions, step4c, legacy, allowances);
    }

    /** Without what was declared. */
    @Override
    public String toString() {
        return "FormW4";
    }
}
