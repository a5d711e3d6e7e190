package dev.erpkit.company.sales;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.crm.activity.memory.MemoryActivityLog;
import dev.erpkit.crm.activity.memory.MemoryContentStore;
import dev.erpkit.crm.activity.port.ActivityLog;
import dev.erpkit.crm.activity.port.ContentStore;
import dev.erpkit.crm.campaign.memory.MemorySendLog;
import dev.erpkit.crm.campaign.port.SendLog;
import dev.erpkit.crm.party.memory.MemoryPartyLog;
import dev.erpkit.crm.party.memory.MemoryProfileStore;
import dev.erpkit.crm.party.port.PartyLog;
import dev.erpkit.crm.party.port.ProfileStore;
import dev.erpkit.crm.pipeline.memory.MemoryDealLog;
import dev.erpkit.crm.pipeline.port.DealLog;
import dev.erpkit.crm.sales.contract.ContractChange;
import dev.erpkit.crm.sales.memory.MemorySalesLog;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.port.SalesLog;
import dev.erpkit.crm.sales.quote.QuoteChange;
import dev.erpkit.crm.service.memory.MemoryCaseLog;
import dev.erpkit.crm.service.port.CaseLog;

/**
 * What is kept of customers, beside the books and in their unit of work.
 *
 * @param parties what happened to parties
 * @param profiles what is personal about them
 * @param activities what was said
 * @param contents the words
 * @param sends the messages of campaigns
 * @param deals what happened to deals
 * @param quotes quotes
 * @param orders orders
 * @param contracts frame contracts
 * @param cases what happened to cases
 */
public record SalesStores(
        PartyLog parties,
        ProfileStore profiles,
        ActivityLog activities,
        ContentStore contents,
        SendLog sends,
        DealLog deals,
        SalesLog<QuoteChange> quotes,
        SalesLog<OrderChange> orders,
        SalesLog<ContractChange> contracts,
        CaseLog cases) {
    /** Empty stores in memory. */
    public static SalesStores inMemory(MemoryUnitOfWork work) {
        return new SalesStores(
                new MemoryPartyLog(work),
                new MemoryProfileStore(work),
                new MemoryActivityLog(work),
                new MemoryContentStore(work),
                new MemorySendLog(work),
                new MemoryDealLog(work),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work),
                new MemoryCaseLog(work));
    }
}
