package dev.erpkit.hr.payroll;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.time.LocalDate;

/** The refusals of the engine, each with its code and the sentence that says what to do. */
final class PayrollRefusals {
    private static final RefusalCode UNKNOWN_EDITION = RefusalCode.of("payroll.unknown-edition");
    private static final RefusalCode OUTSIDE_COVERAGE = RefusalCode.of("payroll.outside-coverage");
    private static final RefusalCode PARAMETER_UNCOVERED = RefusalCode.of("payroll.parameter-uncovered");
    private static final RefusalCode DATE_MISSING = RefusalCode.of("payroll.date-missing");
    private static final RefusalCode FACT_MISSING = RefusalCode.of("payroll.fact-missing");
    private static final RefusalCode NEGATIVE_LINE = RefusalCode.of("payroll.negative-line");
    private static final RefusalCode AMOUNT_RANGE = RefusalCode.of("payroll.amount-range");
    private static final RefusalCode PACK_MISMATCH = RefusalCode.of("payroll.pack-mismatch");
    private static final RefusalCode NOT_REACHABLE = RefusalCode.of("payroll.net-not-reachable");

    private PayrollRefusals() {}

    static Refusal unknownEdition(Pack pack, String edition) {
        return Refusal.of(
                        UNKNOWN_EDITION,
                        "The pack " + pack + " has no edition " + edition + "; take one of "
                                + pack.editions().collect(Edition::name).makeString())
                .with("pack", pack)
                .with("edition", edition);
    }

    static Refusal outsideCoverage(Pack pack, Edition edition, LocalDate day) {
        return Refusal.of(
                        OUTSIDE_COVERAGE,
                        "The edition " + edition.name() + " of the pack " + pack + " covers " + edition.coverage()
                                + ", not " + day + "; take a pack that covers the day")
                .with("pack", pack)
                .with("edition", edition.name())
                .with("coverage", edition.coverage())
                .with("date", day);
    }

    static Refusal parameterUncovered(Parameter<?> parameter, LocalDate day) {
        return Refusal.of(
                        PARAMETER_UNCOVERED,
                        "The parameter " + parameter.name() + " has no version for the "
                                + parameter.keyDate().text() + " " + day + "; take a pack that has one")
                .with("parameter", parameter.name())
                .with("keyDate", parameter.keyDate().text())
                .with("date", day);
    }

    static Refusal dateMissing(String reader, KeyDate key) {
        return Refusal.of(
                        DATE_MISSING,
                        reader + " keys on the date " + key.text() + ", which the payment does not have; give it")
                .with("keyDate", key.text())
                .with("reader", reader);
    }

    static Refusal factMissing(String fact, String slot) {
        return Refusal.of(FACT_MISSING, "The fact " + fact + " is missing, which " + slot + " needs; give it")
                .with("fact", fact)
                .with("slot", slot);
    }

    static Refusal negativeLine(String slot) {
        return Refusal.of(
                        NEGATIVE_LINE,
                        "The line " + slot + " came out below zero; carry less into it or correct the earlier payment")
                .with("slot", slot);
    }

    static Refusal amountRange(String slot) {
        return Refusal.of(
                        AMOUNT_RANGE,
                        "The line " + slot + " exceeds what can be computed exactly; check the amounts that go in")
                .with("slot", slot);
    }

    static Refusal packMismatch(Pack pack, Pack other) {
        return Refusal.of(
                        PACK_MISMATCH,
                        "The input was made for the pack " + other + ", not for " + pack + "; make it again")
                .with("pack", pack)
                .with("other", other);
    }

    static Refusal notReachable(String fact) {
        return Refusal.of(
                        NOT_REACHABLE,
                        "No value of " + fact + " within the bounds gives the net pay asked for; raise the bound")
                .with("fact", fact);
    }
}
