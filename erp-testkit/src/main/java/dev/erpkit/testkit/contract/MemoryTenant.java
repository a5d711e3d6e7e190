package dev.erpkit.testkit.contract;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * The core ports of one tenant in memory, which does not survive; another tenant simply has ports of its own.
 *
 * @param <T> the harness that adds the ports of an area
 */
abstract class MemoryTenant<T extends MemoryTenant<T>> implements CoreHarness {
    final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final NumberSeries numbers = new MemoryNumberSeries(work);
    private final MemoryOutbox outbox = new MemoryOutbox(work);
    private final Supplier<T> another;
    private @Nullable T other;

    MemoryTenant(Supplier<T> another) {
        this.another = another;
    }

    @Override
    public final UnitOfWork unitOfWork() {
        return work;
    }

    @Override
    public final NumberSeries numberSeries() {
        return numbers;
    }

    @Override
    public final Outbox outbox() {
        return outbox;
    }

    @Override
    public final ImmutableList<ErpEvent> told() {
        return outbox.events();
    }

    @Override
    public final ImmutableSet<Capability> capabilities() {
        return Sets.immutable.of(Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.TENANTS);
    }

    @Override
    public final synchronized T otherTenant() {
        T known = other;
        if (known == null) {
            known = another.get();
            other = known;
        }
        return known;
    }

    @Override
    public final T reopened() {
        throw new UnsupportedOperationException("Memory does not survive, and DURABLE is not declared");
    }
}
