package dev.erpkit.testkit.sales;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.crm.sales.billing.BillingChange;
import dev.erpkit.crm.sales.contract.ContractChange;
import dev.erpkit.crm.sales.memory.MemorySalesLog;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.port.SalesLog;
import dev.erpkit.crm.sales.quote.QuoteChange;

/**
 * The records of sales of one tenant.
 *
 * @param unitOfWork in which all are written
 * @param outbox where they are told
 * @param quotes of quotes
 * @param orders of orders
 * @param contracts of frame contracts
 * @param billing of statements
 */
public record SalesStores(
        UnitOfWork unitOfWork,
        Outbox outbox,
        SalesLog<QuoteChange> quotes,
        SalesLog<OrderChange> orders,
        SalesLog<ContractChange> contracts,
        SalesLog<BillingChange> billing) {
    /** Empty stores in memory. */
    public static SalesStores inMemory() {
        MemoryUnitOfWork work = new MemoryUnitOfWork();
        return new SalesStores(
                work,
                new MemoryOutbox(work),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work));
    }
}
