package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.CoreHarness;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** The core ports of one tenant of a database, with pages of so few rows that everything the contracts read crosses them. */
abstract class JdbcTenant implements CoreHarness {
    final DataSource dataSource;
    final String tenant;
    final BooksStores stores;

    JdbcTenant(DataSource dataSource, String tenant) {
        this(dataSource, tenant, new Limits(2, 30));
    }

    JdbcTenant(DataSource dataSource, String tenant, Limits limits) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.stores = JdbcBooks.stores(dataSource, tenant, HostTransaction.none(), limits);
    }

    BusinessStores business() {
        return JdbcBooks.business(stores);
    }

    JdbcUnitOfWork work() {
        return (JdbcUnitOfWork) stores.unitOfWork();
    }

    String other() {
        return tenant + "-other";
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
}
