package dev.erpkit.accounting.payment.port;

import dev.erpkit.accounting.payment.PaymentProposal;
import dev.erpkit.accounting.payment.ProposalHistory;
import dev.erpkit.accounting.payment.ProposalStep;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Optional;

/** Port: the payment proposals of one tenant and what became of them, insert-only. */
public interface ProposalLog {
    /**
     * Inserts a proposal with its first step.
     *
     * @throws DuplicateKeyException when the key is taken
     */
    void insert(PaymentProposal proposal, ProposalStep made);

    /**
     * Appends a step.
     *
     * @throws NotFoundException when there is no such proposal
     * @throws DuplicateKeyException when it has a step of this kind
     */
    void append(ProposalStep step);

    /** The proposal with all its steps, in the order of their kinds. */
    Optional<ProposalHistory> find(IdempotencyKey key);
}
