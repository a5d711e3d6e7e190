package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.testkit.contract.BooksHarness;
import javax.sql.DataSource;

/** One tenant of a database, as the contracts see it. */
final class JdbcHarness extends JdbcTenant implements BooksHarness {
    private final Limits limits;
    private final JdbcExchangeRates rates;
    private final CheckpointStore checkpoints;

    /** With pages of so few rows that everything the contracts read crosses them. */
    JdbcHarness(DataSource dataSource, String tenant) {
        this(dataSource, tenant, new Limits(2, 30));
    }

    JdbcHarness(DataSource dataSource, String tenant, Limits limits) {
        super(dataSource, tenant, limits);
        this.limits = limits;
        this.rates = new JdbcExchangeRates(work());
        this.checkpoints = new JdbcCheckpointStore(work());
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
    public JdbcHarness otherTenant() {
        return new JdbcHarness(dataSource, other(), limits);
    }

    @Override
    public JdbcHarness reopened() {
        return new JdbcHarness(dataSource, tenant, limits);
    }
}
