package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.BooksHarness;
import dev.erpkit.testkit.contract.Capability;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** One tenant of a database, as the contracts see it. */
final class JdbcHarness implements BooksHarness {
    private final DataSource dataSource;
    private final String tenant;
    private final Limits limits;
    private final BooksStores stores;
    private final JdbcUnitOfWork work;
    private final JdbcExchangeRates rates;
    private final CheckpointStore checkpoints;

    /** With pages of so few rows that everything the contracts read crosses them. */
    JdbcHarness(DataSource dataSource, String tenant) {
        this(dataSource, tenant, new Limits(2, 30));
    }

    JdbcHarness(DataSource dataSource, String tenant, Limits limits) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.limits = limits;
        this.stores = JdbcBooks.stores(dataSource, tenant, HostTransaction.none(), limits);
        this.work = (JdbcUnitOfWork) stores.unitOfWork();
        this.rates = new JdbcExchangeRates(work);
        this.checkpoints = new JdbcCheckpointStore(work);
    }

    @Override
    public UnitOfWork unitOfWork() {
        return work;
    }

    @Override
    public NumberSeries numberSeries() {
        return stores.numbers();
    }

    @Override
    public Outbox outbox() {
        return stores.outbox();
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return ((JdbcOutbox) stores.outbox()).told();
    }

    @Override
    public AccountStore accounts() {
        return stores.accounts();
    }

    @Override
    public JournalStore journal() {
        return stores.journal();
    }

    @Override
    public PeriodLog periods() {
        return stores.periods();
    }

    @Override
    public OpenItemLog openItems() {
        return stores.openItems();
    }

    @Override
    public ReservationLog reservations() {
        return stores.reservations();
    }

    @Override
    public SealLog seals() {
        return stores.seals();
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
        return Sets.immutable.of(Capability.values());
    }

    @Override
    public JdbcHarness otherTenant() {
        return new JdbcHarness(dataSource, tenant + "-other", limits);
    }

    @Override
    public JdbcHarness reopened() {
        return new JdbcHarness(dataSource, tenant, limits);
    }
}
