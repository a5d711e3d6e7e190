package dev.erpkit.accounting.deferral.memory;

import dev.erpkit.accounting.deferral.DeferralFact;
import dev.erpkit.accounting.deferral.port.DeferralLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.StaleVersionException;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The facts about deferrals in memory. */
public final class MemoryDeferralLog implements DeferralLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<DeferralFact> facts = Lists.mutable.empty();

    /** An empty log that is written in the given unit of work. */
    public MemoryDeferralLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public long size() {
        return unitOfWork.read(facts::size);
    }

    @Override
    public void append(long expectedSize, ImmutableList<DeferralFact> added) {
        unitOfWork.execute(() -> {
            checkFollows(expectedSize, added);
            int before = facts.size();
            unitOfWork.write(() -> facts.addAllIterable(added), () -> shrinkTo(before));
            return before;
        });
    }

    private void checkFollows(long expectedSize, ImmutableList<DeferralFact> added) {
        if (facts.size() != expectedSize) {
            throw new StaleVersionException("deferral log", expectedSize);
        }
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).number() != expectedSize + i + 1) {
                throw new StaleVersionException("deferral log", added.get(i).number() - 1);
            }
        }
    }

    private void shrinkTo(int size) {
        while (facts.size() > size) {
            facts.remove(facts.size() - 1);
        }
    }

    @Override
    public void forEach(long afterNumber, Consumer<? super DeferralFact> sink) {
        ImmutableList<DeferralFact> snapshot = unitOfWork.read(() -> Lists.immutable.ofAll(
                facts.subList(Math.toIntExact(Math.min(afterNumber, facts.size())), facts.size())));
        snapshot.forEach(sink);
    }
}
