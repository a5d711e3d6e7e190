package dev.erpkit.core.memory;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Keeps committed events in memory, in the order in which they were added. */
public final class MemoryOutbox implements Outbox {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<ErpEvent> events = Lists.mutable.empty();

    /** An outbox that writes in the given unit of work. */
    public MemoryOutbox(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void add(ErpEvent event) {
        unitOfWork.write(() -> events.add(event), () -> events.remove(events.size() - 1));
    }

    /** What was told so far. */
    public ImmutableList<ErpEvent> events() {
        return unitOfWork.read(events::toImmutable);
    }
}
