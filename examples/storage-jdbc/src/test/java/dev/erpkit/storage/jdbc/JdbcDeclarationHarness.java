package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.testkit.contract.DeclarationHarness;
import javax.sql.DataSource;

/** One tenant of a database, as the contracts of declarations see it; pages are so short that reading crosses them. */
final class JdbcDeclarationHarness extends JdbcTenant implements DeclarationHarness {

    JdbcDeclarationHarness(DataSource dataSource, String tenant) {
        super(dataSource, tenant);
    }

    @Override
    public JournalStore journal() {
        return stores.journal();
    }

    @Override
    public TaxFactLog taxFacts() {
        return business().taxFacts();
    }

    @Override
    public DeclarationLog declarations() {
        return business().declarations();
    }

    @Override
    public JdbcDeclarationHarness otherTenant() {
        return new JdbcDeclarationHarness(dataSource, other());
    }

    @Override
    public JdbcDeclarationHarness reopened() {
        return new JdbcDeclarationHarness(dataSource, tenant);
    }
}
