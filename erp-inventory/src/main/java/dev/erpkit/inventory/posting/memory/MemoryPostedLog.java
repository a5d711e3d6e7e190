package dev.erpkit.inventory.posting.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.inventory.posting.StockTold;
import dev.erpkit.inventory.posting.port.PostedLog;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What was told, in memory. */
public final class MemoryPostedLog implements PostedLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<StockTold> records = Lists.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryPostedLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(StockTold told) {
        unitOfWork.write(
                () -> {
                    if (told.sequence() != records.size() + 1L) {
                        throw new StaleVersionException("posted stock", told.sequence() - 1);
                    }
                    records.add(told);
                },
                () -> records.remove(records.size() - 1));
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super StockTold> sink) {
        ImmutableList<StockTold> found = unitOfWork.read(() ->
                records.drop((int) Math.min(records.size(), afterSequence)).toImmutable());
        found.forEach(sink);
    }

    @Override
    public long lastSequence() {
        return unitOfWork.read(records::size);
    }
}
