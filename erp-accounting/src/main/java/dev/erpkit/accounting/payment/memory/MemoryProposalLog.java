package dev.erpkit.accounting.payment.memory;

import dev.erpkit.accounting.payment.PaymentProposal;
import dev.erpkit.accounting.payment.ProposalHistory;
import dev.erpkit.accounting.payment.ProposalStep;
import dev.erpkit.accounting.payment.port.ProposalLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Payment proposals in memory. */
public final class MemoryProposalLog implements ProposalLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableMap<IdempotencyKey, ProposalHistory> proposals = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryProposalLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(PaymentProposal proposal, ProposalStep made) {
        IdempotencyKey key = made.proposal();
        unitOfWork.write(
                () -> {
                    ProposalHistory history = new ProposalHistory(key, proposal, Lists.immutable.of(made));
                    if (proposals.putIfAbsent(key, history) != null) {
                        throw new DuplicateKeyException(key.value());
                    }
                },
                () -> proposals.remove(key));
    }

    @Override
    public void append(ProposalStep step) {
        unitOfWork.execute(() -> {
            ProposalHistory before = find(step.proposal())
                    .orElseThrow(() -> new NotFoundException(step.proposal().value()));
            if (before.steps().anySatisfy(s -> s.kind() == step.kind())) {
                throw new DuplicateKeyException(step.proposal() + " " + step.kind());
            }
            ImmutableList<ProposalStep> steps =
                    before.steps().newWith(step).toImmutableSortedList(Comparator.comparing(ProposalStep::kind));
            ProposalHistory after = new ProposalHistory(before.key(), before.proposal(), steps);
            unitOfWork.write(() -> proposals.put(before.key(), after), () -> proposals.put(before.key(), before));
            return after;
        });
    }

    @Override
    public Optional<ProposalHistory> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(proposals.get(key)));
    }
}
