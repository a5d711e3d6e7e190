package dev.erpkit.testkit.contract;

import dev.erpkit.crm.pipeline.memory.MemoryDealLog;
import dev.erpkit.crm.pipeline.port.DealLog;
import dev.erpkit.crm.service.memory.MemoryCaseLog;
import dev.erpkit.crm.service.port.CaseLog;
import java.util.function.UnaryOperator;

/** Cases and deals in memory, or something broken around them. */
final class MemoryDeskHarness extends MemoryTenant<MemoryDeskHarness> implements CaseHarness, DealHarness {
    private final CaseLog cases;
    private final DealLog deals;

    MemoryDeskHarness(UnaryOperator<CaseLog> aroundCases, UnaryOperator<DealLog> aroundDeals) {
        super(() -> new MemoryDeskHarness(aroundCases, aroundDeals));
        this.cases = aroundCases.apply(new MemoryCaseLog(work));
        this.deals = aroundDeals.apply(new MemoryDealLog(work));
    }

    static MemoryDeskHarness sound() {
        return new MemoryDeskHarness(log -> log, log -> log);
    }

    @Override
    public CaseLog cases() {
        return cases;
    }

    @Override
    public DealLog deals() {
        return deals;
    }
}
