package dev.erpkit.crm.scoring;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * How leads are scored.
 *
 * @param stages the stages before a lead is won, in their order
 * @param sparse variables whose values count only when enough leads had them, such as tags
 * @param leastCount how many won and lost leads a value of a sparse variable needs
 * @param smoothing what is added to both counts of every value that was seen, so that none decides alone
 */
public record ScoringPolicy(
        ImmutableList<String> stages, ImmutableSet<String> sparse, double leastCount, double smoothing) {
    /** Checks the figures: {@code scoring.policy}. */
    public ScoringPolicy {
        if (stages.isEmpty() || stages.distinct().size() != stages.size() || !(smoothing > 0) || !(leastCount >= 0)) {
            throw new InvalidValueException(
                    "ScoringPolicy", "stages", "scoring.policy", "needs distinct stages and a smoothing above 0");
        }
    }

    /** The usual policy: a tenth is added, no variable is sparse. */
    public static ScoringPolicy of(String... stages) {
        return new ScoringPolicy(Lists.immutable.of(stages), Sets.immutable.empty(), 50, 0.1);
    }

    /** The same policy with one more sparse variable. */
    public ScoringPolicy withSparse(String variable) {
        return new ScoringPolicy(stages, sparse.newWith(variable), leastCount, smoothing);
    }
}
