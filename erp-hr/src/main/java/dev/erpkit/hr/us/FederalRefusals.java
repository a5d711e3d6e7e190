package dev.erpkit.hr.us;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/** The refusals of the federal rules, each with its code and the sentence that says what to do. */
final class FederalRefusals {
    private static final RefusalCode YEAR = RefusalCode.of("us.year-uncovered");
    private static final RefusalCode REDUCTION = RefusalCode.of("us.credit-reduction-unknown");
    private static final RefusalCode W4 = RefusalCode.of("us.w4-contradicts");

    private FederalRefusals() {}

    static Refusal yearUncovered(String what, int year) {
        return Refusal.of(YEAR, "There are no figures of " + year + " for " + what + "; take a year that is covered")
                .with("year", year)
                .with("what", what);
    }

    static Refusal reductionUnknown(int year) {
        return Refusal.of(
                        REDUCTION,
                        "The FUTA credit reductions of " + year + " are not among the figures; settle the year when they are")
                .with("year", year);
    }

    static Refusal contradicts() {
        return Refusal.of(
                W4, "The Form W-4 has entries that forms of its time do not have; enter the form as it was filed");
    }
}
