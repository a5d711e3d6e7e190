package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;

/**
 * The roll-forward that proves a translation difference, which itself is only what the translated balances leave over: IAS
 * 21.41. It is drawn from net assets and rates alone and never looks at a translated balance of an asset or a liability.
 * Minor units of the group's currency, debit positive (a gain in equity is negative), not rounded.
 *
 * @param openingMinor the difference at the end of the frozen period before, 0 without one
 * @param onOpeningNetAssets opening net assets x (closing rate - opening rate)
 * @param onMovements each movement of equity x (closing rate - its historical rate); without a frozen period before, all
 *     movements since the books began
 * @param onResult income and expense x (closing rate - average rate)
 * @param onOtherRates assets and liabilities with a type of rate of their own x (closing rate - that rate)
 * @param actual the difference that the balances leave over
 * @param bound by how much rounding in the period before can separate the two; 0 without one: then they are equal
 */
public record TranslationProof(
        long openingMinor,
        Rational onOpeningNetAssets,
        Rational onMovements,
        Rational onResult,
        Rational onOtherRates,
        Rational actual,
        long bound) {
    /** What the difference must be. */
    public Rational expected() {
        return Rational.of(openingMinor)
                .add(onOpeningNetAssets)
                .add(onMovements)
                .add(onResult)
                .add(onOtherRates);
    }

    /** Actual less expected. */
    public Rational unexplained() {
        return actual.subtract(expected());
    }

    /** Tells whether the difference is explained. */
    public boolean holds() {
        return unexplained().abs().compareTo(Rational.of(bound)) <= 0;
    }

    /** The roll-forward as a derivation. */
    public TraceStep trace() {
        return TraceStep.of("translation-difference", actual)
                .from(TraceStep.of("opening", openingMinor))
                .from(TraceStep.of("opening net assets x (closing - opening rate)", onOpeningNetAssets))
                .from(TraceStep.of("movements x (closing - historical rate)", onMovements))
                .from(TraceStep.of("result x (closing - average rate)", onResult))
                .from(TraceStep.of("other rates", onOtherRates))
                .with("unexplained", unexplained());
    }
}
