package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How a batch ended, element by element. In a chain that failed exactly one element has the root cause, the others have
 * {@code batch.linked-failed}; a chain left open at the end of the batch has {@code batch.chain-open}.
 *
 * @param outcomes one outcome for each element, in its order
 */
public record BatchOutcome(ImmutableList<Outcome<PostedEntry>> outcomes) {
    /** Whether every element was accepted. */
    public boolean allAccepted() {
        return outcomes.allSatisfy(Outcome::isAccepted);
    }

    /** The refusals that are not only the consequence of another. */
    public ImmutableList<Refusal> rootCauses() {
        return outcomes.flatCollect(o -> o.refusal().stream().toList())
                .reject(r -> r.code().value().equals("batch.linked-failed"));
    }
}
