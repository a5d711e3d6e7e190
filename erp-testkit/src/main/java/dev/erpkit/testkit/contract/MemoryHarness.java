package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.memory.MemoryAccountStore;
import dev.erpkit.accounting.memory.MemoryCheckpointStore;
import dev.erpkit.accounting.memory.MemoryJournalStore;
import dev.erpkit.accounting.memory.MemoryOpenItemLog;
import dev.erpkit.accounting.memory.MemoryPeriodLog;
import dev.erpkit.accounting.memory.MemoryReservationLog;
import dev.erpkit.accounting.memory.MemorySealLog;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** The in-memory stores of one tenant as a harness; another tenant simply has stores of its own. */
public final class MemoryHarness implements BooksHarness {
    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final NumberSeries numbers = new MemoryNumberSeries(unitOfWork);
    private final MemoryOutbox outbox = new MemoryOutbox(unitOfWork);
    private final AccountStore accounts = new MemoryAccountStore(unitOfWork);
    private final JournalStore journal = new MemoryJournalStore(unitOfWork);
    private final PeriodLog periods = new MemoryPeriodLog(unitOfWork);
    private final OpenItemLog openItems = new MemoryOpenItemLog(unitOfWork);
    private final ReservationLog reservations = new MemoryReservationLog(unitOfWork);
    private final SealLog seals = new MemorySealLog(unitOfWork);
    private final CheckpointStore checkpoints = new MemoryCheckpointStore(unitOfWork);
    private final MemoryExchangeRates rates = new MemoryExchangeRates(unitOfWork);
    private @Nullable MemoryHarness other;

    /** Empty stores. */
    public MemoryHarness() {}

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
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public JournalStore journal() {
        return journal;
    }

    @Override
    public PeriodLog periods() {
        return periods;
    }

    @Override
    public OpenItemLog openItems() {
        return openItems;
    }

    @Override
    public ReservationLog reservations() {
        return reservations;
    }

    @Override
    public SealLog seals() {
        return seals;
    }

    @Override
    public CheckpointStore checkpoints() {
        return checkpoints;
    }

    @Override
    public ExchangeRates rates() {
        return rates;
    }

    @Override
    public void record(ExchangeRate rate) {
        rates.record(rate);
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return Sets.immutable.of(Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.TENANTS);
    }

    @Override
    public synchronized MemoryHarness otherTenant() {
        MemoryHarness known = other;
        if (known == null) {
            known = new MemoryHarness();
            other = known;
        }
        return known;
    }

    @Override
    public MemoryHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
