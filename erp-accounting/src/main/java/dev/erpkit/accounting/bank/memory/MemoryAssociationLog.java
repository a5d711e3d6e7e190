package dev.erpkit.accounting.bank.memory;

import dev.erpkit.accounting.bank.Association;
import dev.erpkit.accounting.bank.port.AssociationLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** What was learned, in memory. */
public final class MemoryAssociationLog implements AssociationLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<Association> all = Lists.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryAssociationLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(Association learned) {
        unitOfWork.write(() -> all.add(learned), () -> all.remove(all.size() - 1));
    }

    @Override
    public void forEach(Consumer<? super Association> sink) {
        unitOfWork.read(all::toImmutable).forEach(sink);
    }
}
