package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Stores of two tenants, of which single parts can be replaced by broken ones. */
final class TestHarness implements BooksHarness {
    final MemoryUnitOfWork memory = new MemoryUnitOfWork();
    UnitOfWork unitOfWork = memory;
    NumberSeries numberSeries = new MemoryNumberSeries(memory);
    MemoryOutbox told = new MemoryOutbox(memory);
    Outbox outbox = told;
    JournalStore journal = new ListJournal(memory);
    private final MemoryHarness sound = new MemoryHarness();
    Optional<TestHarness> other = Optional.empty();

    static TestHarness sound() {
        TestHarness harness = new TestHarness();
        harness.other = Optional.of(new TestHarness());
        return harness;
    }

    static TestHarness withJournal(Function<MemoryUnitOfWork, JournalStore> broken) {
        TestHarness harness = sound();
        harness.journal = broken.apply(harness.memory);
        return harness;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public NumberSeries numberSeries() {
        return numberSeries;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return told.events();
    }

    @Override
    public JournalStore journal() {
        return journal;
    }

    @Override
    public AccountStore accounts() {
        return sound.accounts();
    }

    @Override
    public PeriodLog periods() {
        return sound.periods();
    }

    @Override
    public OpenItemLog openItems() {
        return sound.openItems();
    }

    @Override
    public ReservationLog reservations() {
        return sound.reservations();
    }

    @Override
    public SealLog seals() {
        return sound.seals();
    }

    @Override
    public CheckpointStore checkpoints() {
        return sound.checkpoints();
    }

    @Override
    public ExchangeRates rates() {
        return sound.rates();
    }

    @Override
    public void record(ExchangeRate rate) {
        sound.record(rate);
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return Sets.immutable.of(Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.TENANTS);
    }

    @Override
    public TestHarness otherTenant() {
        return other.orElseThrow();
    }

    @Override
    public BooksHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
