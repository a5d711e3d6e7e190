package dev.erpkit.accounting;

import dev.erpkit.accounting.memory.MemoryAccountStore;
import dev.erpkit.accounting.memory.MemoryJournalStore;
import dev.erpkit.accounting.memory.MemoryOpenItemLog;
import dev.erpkit.accounting.memory.MemoryPeriodLog;
import dev.erpkit.accounting.memory.MemoryReservationLog;
import dev.erpkit.accounting.memory.MemorySealLog;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;

/**
 * The storage of one tenant's books: stores that commit and roll back together.
 *
 * @param unitOfWork atomic, serializable work over all the others
 * @param accounts the chart
 * @param journal the journal
 * @param periods locks and year ends
 * @param openItems open items and their matches
 * @param reservations two-phase entries
 * @param seals the hash chain
 * @param numbers legal numbers
 * @param outbox events
 */
public record BooksStores(
        UnitOfWork unitOfWork,
        AccountStore accounts,
        JournalStore journal,
        PeriodLog periods,
        OpenItemLog openItems,
        ReservationLog reservations,
        SealLog seals,
        NumberSeries numbers,
        Outbox outbox) {
    /** Empty stores in memory. */
    public static BooksStores inMemory() {
        return inMemory(new MemoryUnitOfWork());
    }

    static BooksStores inMemory(MemoryUnitOfWork work) {
        return new BooksStores(
                work,
                new MemoryAccountStore(work),
                new MemoryJournalStore(work),
                new MemoryPeriodLog(work),
                new MemoryOpenItemLog(work),
                new MemoryReservationLog(work),
                new MemorySealLog(work),
                new MemoryNumberSeries(work),
                Outbox.none());
    }
}
