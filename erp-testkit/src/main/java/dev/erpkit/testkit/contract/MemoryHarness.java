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
    private final MemoryUnitOfWork unitOfWork;
    private final NumberSeries numbers;
    private final MemoryOutbox outbox;
    private final AccountStore accounts;
    private final JournalStore journal;
    private final PeriodLog periods;
    private final OpenItemLog openItems;
    private final ReservationLog reservations;
    private final SealLog seals;
    private final CheckpointStore checkpoints;
    private final MemoryExchangeRates rates;
    private @Nullable MemoryHarness other;

    /** Empty stores. */
    public MemoryHarness() {
        this(new MemoryUnitOfWork());
    }

    private MemoryHarness(MemoryUnitOfWork unitOfWork) {
        this(unitOfWork, new MemoryJournalStore(unitOfWork));
    }

    /** Empty stores around a journal that writes in the same unit of work. */
    public MemoryHarness(MemoryUnitOfWork unitOfWork, JournalStore journal) {
        this.unitOfWork = unitOfWork;
        this.journal = journal;
        this.numbers = new MemoryNumberSeries(unitOfWork);
        this.outbox = new MemoryOutbox(unitOfWork);
        this.accounts = new MemoryAccountStore(unitOfWork);
        this.periods = new MemoryPeriodLog(unitOfWork);
        this.openItems = new MemoryOpenItemLog(unitOfWork);
        this.reservations = new MemoryReservationLog(unitOfWork);
        this.seals = new MemorySealLog(unitOfWork);
        this.checkpoints = new MemoryCheckpointStore(unitOfWork);
        this.rates = new MemoryExchangeRates(unitOfWork);
    }

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
