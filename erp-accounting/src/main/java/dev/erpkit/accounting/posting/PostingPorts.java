package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.period.PeriodGuard;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import java.time.InstantSource;

/**
 * What posting needs of its host.
 *
 * @param unitOfWork atomic, serializable work
 * @param accounts the chart
 * @param journal the journal
 * @param reservations two-phase entries
 * @param numbers legal numbers
 * @param periods locks
 * @param outbox takes {@link EntryPosted} events
 * @param access who may {@code journal.post}, {@code journal.approve}, {@code journal.reserve}; the scope is the book
 * @param clock recorded instants
 * @param index balances, advanced by what was committed
 */
public record PostingPorts(
        UnitOfWork unitOfWork,
        AccountStore accounts,
        JournalStore journal,
        ReservationLog reservations,
        NumberSeries numbers,
        PeriodGuard periods,
        Outbox outbox,
        AccessPolicy access,
        InstantSource clock,
        LedgerIndex index) {}
