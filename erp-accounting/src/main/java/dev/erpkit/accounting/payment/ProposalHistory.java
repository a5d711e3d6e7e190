package dev.erpkit.accounting.payment;

import dev.erpkit.core.posting.IdempotencyKey;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A proposal with all that became of it.
 *
 * @param key the client's key
 * @param proposal what is proposed
 * @param steps what became of it, in their order; the first is that it was made
 */
public record ProposalHistory(IdempotencyKey key, PaymentProposal proposal, ImmutableList<ProposalStep> steps) {
    /** Where it stands. */
    public ProposalStep.Kind status() {
        return steps.getLast().kind();
    }

    ProposalHistory with(ProposalStep step) {
        return new ProposalHistory(key, proposal, steps.newWith(step));
    }
}
