package dev.erpkit.accounting.memory;

import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.StaleVersionException;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The facts about periods in memory. */
public final class MemoryPeriodLog implements PeriodLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<PeriodFact> facts = Lists.mutable.empty();

    /** An empty log that is written in the given unit of work. */
    public MemoryPeriodLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public long size() {
        return unitOfWork.active() ? facts.size() : unitOfWork.read(facts::size);
    }

    @Override
    public void append(long expectedSize, ImmutableList<PeriodFact> added) {
        unitOfWork.execute(() -> {
            checkFollows(expectedSize, added);
            int before = facts.size();
            unitOfWork.write(() -> facts.addAllIterable(added), () -> shrinkTo(before));
            return before;
        });
    }

    private void checkFollows(long expectedSize, ImmutableList<PeriodFact> added) {
        if (facts.size() != expectedSize) {
            throw new StaleVersionException("period log", expectedSize);
        }
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).number() != expectedSize + i + 1) {
                throw new StaleVersionException("period log", added.get(i).number() - 1);
            }
        }
    }

    private void shrinkTo(int size) {
        while (facts.size() > size) {
            facts.remove(facts.size() - 1);
        }
    }

    @Override
    public void forEach(long afterNumber, Consumer<? super PeriodFact> sink) {
        ImmutableList<PeriodFact> snapshot = unitOfWork.read(() -> Lists.immutable.ofAll(
                facts.subList(Math.toIntExact(Math.min(afterNumber, facts.size())), facts.size())));
        snapshot.forEach(sink);
    }
}
