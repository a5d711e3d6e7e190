package dev.erpkit.accounting.bank;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.trace.TraceStep;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a line may be about, and why.
 *
 * @param party the party
 * @param targets the items or the payment; none when only the party is known, and the line is a payment on account
 * @param score the sum of the weights of all that speaks for it
 * @param reasons what speaks for it
 */
public record Suggestion(PartyId party, ImmutableList<Candidate> targets, int score, ImmutableList<Reason> reasons) {
    /**
     * One thing that speaks for a match.
     *
     * @param criterion the criterion
     * @param weight what it adds to the score
     */
    public record Reason(Criterion criterion, int weight) {}

    /** Whether a criterion speaks for it. */
    public boolean because(Criterion criterion) {
        return reasons.anySatisfy(reason -> reason.criterion() == criterion);
    }

    /** How the score comes about. */
    public TraceStep trace(ScoringPolicy policy) {
        TraceStep step = TraceStep.of("bank.score", score)
                .with("targets", targets.makeString(", "))
                .with("policy", policy.name());
        for (Reason reason : reasons) {
            step = step.from(TraceStep.of(reason.criterion().text(), reason.weight()));
        }
        return step;
    }
}
