package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.dunning.memory.MemoryDunningLog;
import dev.erpkit.accounting.dunning.port.DunningLog;
import java.util.function.UnaryOperator;

/** Dunning in memory, or something broken around it. */
final class MemoryDunningHarness extends MemoryTenant<MemoryDunningHarness> implements DunningHarness {
    private final DunningLog log;

    MemoryDunningHarness(UnaryOperator<DunningLog> around) {
        super(() -> new MemoryDunningHarness(around));
        this.log = around.apply(new MemoryDunningLog(work));
    }

    @Override
    public DunningLog dunning() {
        return log;
    }
}
