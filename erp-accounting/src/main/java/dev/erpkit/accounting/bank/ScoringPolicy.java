package dev.erpkit.accounting.bank;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.map.primitive.ImmutableObjectIntMap;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;

/**
 * How much each criterion weighs, and how much is enough. Whole numbers only, so that a score is what it adds up to.
 *
 * @param name the stable name of the choice
 * @param weights the weight of each criterion; none for one that shall not count
 * @param automatic the score from which on a match needs nobody
 * @param proposal the score from which on it is proposed
 * @param toleranceMinor how far an amount may be off, in minor units, at most 1,000
 * @param mostItems of how many items of a party sums are searched for, at most 20
 */
public record ScoringPolicy(
        String name,
        ImmutableObjectIntMap<Criterion> weights,
        int automatic,
        int proposal,
        long toleranceMinor,
        int mostItems) {
    private static final long MOST_TOLERANCE = 1_000;

    /** Checks the bounds: {@code bank.scoring}. */
    public ScoringPolicy {
        if (automatic < proposal
                || proposal < 1
                || toleranceMinor < 0
                || toleranceMinor > MOST_TOLERANCE
                || mostItems < 0
                || mostItems > 20) {
            throw new InvalidValueException(
                    "ScoringPolicy",
                    "automatic",
                    "bank.scoring",
                    "must have thresholds from 1 in this order, a tolerance of 0 to 1,000 minor units and sums of at"
                            + " most 20 items");
        }
    }

    /**
     * Reference and amount together are enough (80 of 75), and so are account, amount and habit near the due date; amount
     * and name are a proposal.
     */
    public static ScoringPolicy standard() {
        MutableObjectIntMap<Criterion> weights = ObjectIntMaps.mutable.empty();
        weights.put(Criterion.REFERENCE, 50);
        weights.put(Criterion.WEAK_REFERENCE, 25);
        weights.put(Criterion.AMOUNT, 30);
        weights.put(Criterion.DISCOUNTED_AMOUNT, 25);
        weights.put(Criterion.NEAR_AMOUNT, 15);
        weights.put(Criterion.ACCOUNT, 25);
        weights.put(Criterion.NAME, 20);
        weights.put(Criterion.SIMILAR_NAME, 10);
        weights.put(Criterion.LEARNED, 15);
        weights.put(Criterion.RULE, 25);
        weights.put(Criterion.DATE, 5);
        return new ScoringPolicy("standard", weights.toImmutable(), 75, 30, 0, 12);
    }

    /** The same weights with other thresholds, under a name of its own. */
    public ScoringPolicy from(String other, int automaticFrom, int proposalFrom) {
        return new ScoringPolicy(other, weights, automaticFrom, proposalFrom, toleranceMinor, mostItems);
    }

    /** The same weights with a tolerance, under a name of its own. */
    public ScoringPolicy tolerating(String other, long minor) {
        return new ScoringPolicy(other, weights, automatic, proposal, minor, mostItems);
    }

    int weight(Criterion criterion) {
        return weights.getIfAbsent(criterion, 0);
    }
}
