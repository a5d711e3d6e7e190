package dev.erpkit.testkit.contract;

import dev.erpkit.crm.sales.memory.MemorySalesLog;
import dev.erpkit.testkit.sales.SalesStores;
import java.util.function.UnaryOperator;

/** Sales in memory, or something broken around it. */
final class MemorySalesHarness extends MemoryTenant<MemorySalesHarness> implements SalesHarness {
    private final SalesStores stores;

    MemorySalesHarness(UnaryOperator<SalesStores> around) {
        super(() -> new MemorySalesHarness(around));
        this.stores = around.apply(new SalesStores(
                work,
                outbox(),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work)));
    }

    @Override
    public SalesStores sales() {
        return stores;
    }
}
