package dev.erpkit.testkit.contract;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.posting.port.PostedLog;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** The ports of stock in memory; another tenant simply has ports of its own. */
public final class MemoryStockHarness implements StockHarness {
    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final NumberSeries numbers = new MemoryNumberSeries(unitOfWork);
    private final MemoryOutbox outbox = new MemoryOutbox(unitOfWork);
    private final MoveLog moves = new MemoryMoveLog(unitOfWork);
    private final PostedLog posted = new MemoryPostedLog(unitOfWork);
    private @Nullable MemoryStockHarness other;

    /** Empty ports. */
    public MemoryStockHarness() {}

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public NumberSeries numberSeries() {
        return numbers;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return outbox.events();
    }

    @Override
    public MoveLog moves() {
        return moves;
    }

    @Override
    public PostedLog posted() {
        return posted;
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return Sets.immutable.of(Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.TENANTS);
    }

    @Override
    public MemoryStockHarness otherTenant() {
        MemoryStockHarness known = other;
        if (known == null) {
            known = new MemoryStockHarness();
            other = known;
        }
        return known;
    }

    @Override
    public MemoryStockHarness reopened() {
        throw new UnsupportedOperationException("memory does not survive");
    }
}
