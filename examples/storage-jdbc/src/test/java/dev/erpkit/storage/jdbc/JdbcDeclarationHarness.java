package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.DeclarationHarness;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** One tenant of a database, as the contracts of declarations see it; pages are so short that reading crosses them. */
final class JdbcDeclarationHarness implements DeclarationHarness {
    private final DataSource dataSource;
    private final String tenant;
    private final BooksStores stores;

    JdbcDeclarationHarness(DataSource dataSource, String tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.stores = JdbcBooks.stores(dataSource, tenant, HostTransaction.none(), new Limits(2, 30));
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
    public JournalStore journal() {
        return stores.journal();
    }

    @Override
    public TaxFactLog taxFacts() {
        return JdbcBooks.business(stores).taxFacts();
    }

    @Override
    public DeclarationLog declarations() {
        return JdbcBooks.business(stores).declarations();
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return Sets.immutable.of(Capability.values());
    }

    @Override
    public JdbcDeclarationHarness otherTenant() {
        return new JdbcDeclarationHarness(dataSource, tenant + "-other");
    }

    @Override
    public JdbcDeclarationHarness reopened() {
        return new JdbcDeclarationHarness(dataSource, tenant);
    }
}
