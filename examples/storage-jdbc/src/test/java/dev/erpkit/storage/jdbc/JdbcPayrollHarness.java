package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.hr.run.port.PayrollLog;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.PayrollHarness;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Payroll of one tenant in a database, read in pages of two rows. */
final class JdbcPayrollHarness implements PayrollHarness {
    private final DataSource dataSource;
    private final String tenant;
    private final BooksStores stores;

    JdbcPayrollHarness(DataSource dataSource, String tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.stores = JdbcBooks.stores(dataSource, tenant, HostTransaction.none(), new Limits(2, 30));
    }

    @Override
    public PayrollLog payroll() {
        return JdbcPayroll.log(stores);
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
    public JdbcPayrollHarness otherTenant() {
        return new JdbcPayrollHarness(dataSource, tenant + "-other");
    }

    @Override
    public JdbcPayrollHarness reopened() {
        return new JdbcPayrollHarness(dataSource, tenant);
    }
}
