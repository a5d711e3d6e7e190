package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.budget.port.BudgetLog;
import dev.erpkit.accounting.deferral.port.DeferralLog;
import dev.erpkit.accounting.recurring.port.RecurringLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.BudgetHarness;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.DeferralHarness;
import dev.erpkit.testkit.contract.RecurringHarness;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** The logs of deferrals, budgets and recurring entries of one tenant, in pages so small that everything crosses them. */
final class JdbcSpreadHarness implements DeferralHarness, BudgetHarness, RecurringHarness {
    private final DataSource dataSource;
    private final String tenant;
    private final BooksStores stores;

    JdbcSpreadHarness(DataSource dataSource, String tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.stores = JdbcBooks.stores(dataSource, tenant, HostTransaction.none(), new Limits(2, 30));
    }

    @Override
    public BooksStores stores() {
        return stores;
    }

    @Override
    public DeferralLog deferrals() {
        return JdbcBooks.business(stores).deferrals();
    }

    @Override
    public BudgetLog budgets() {
        return JdbcBooks.business(stores).budgets();
    }

    @Override
    public RecurringLog recurring() {
        return JdbcBooks.business(stores).recurring();
    }

    @Override
    public UnitOfWork unitOfWork() {
        return stores.unitOfWork();
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
    public ImmutableSet<Capability> capabilities() {
        return Sets.immutable.of(Capability.values());
    }

    @Override
    public JdbcSpreadHarness otherTenant() {
        return new JdbcSpreadHarness(dataSource, tenant + "-other");
    }

    @Override
    public JdbcSpreadHarness reopened() {
        return new JdbcSpreadHarness(dataSource, tenant);
    }
}
