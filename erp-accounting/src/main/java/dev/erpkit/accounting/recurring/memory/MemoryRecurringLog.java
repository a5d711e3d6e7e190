package dev.erpkit.accounting.recurring.memory;

import dev.erpkit.accounting.recurring.RecurringFact;
import dev.erpkit.accounting.recurring.port.RecurringLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.StaleVersionException;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The facts about recurring entries in memory. */
public final class MemoryRecurringLog implements RecurringLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<RecurringFact> facts = Lists.mutable.empty();

    /** An empty log that is written in the given unit of work. */
    public MemoryRecurringLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public long size() {
        return unitOfWork.read(facts::size);
    }

    @Override
    public void append(long expectedSize, ImmutableList<RecurringFact> added) {
        unitOfWork.execute(() -> {
            checkFollows(expectedSize, added);
            int before = facts.size();
            unitOfWork.write(() -> facts.addAllIterable(added), () -> shrinkTo(before));
            return before;
        });
    }

    private void checkFollows(long expectedSize, ImmutableList<RecurringFact> added) {
        if (facts.size() != expectedSize) {
            throw new StaleVersionException("recurring log", expectedSize);
        }
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).number() != expectedSize + i + 1) {
                throw new StaleVersionException("recurring log", added.get(i).number() - 1);
            }
        }
    }

    private void shrinkTo(int size) {
        while (facts.size() > size) {
            facts.remove(facts.size() - 1);
        }
    }

    @Override
    public void forEach(long afterNumber, Consumer<? super RecurringFact> sink) {
        ImmutableList<RecurringFact> snapshot = unitOfWork.read(() -> Lists.immutable.ofAll(
                facts.subList(Math.toIntExact(Math.min(afterNumber, facts.size())), facts.size())));
        snapshot.forEach(sink);
    }
}
