package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.budget.port.BudgetLog;
import dev.erpkit.accounting.deferral.port.DeferralLog;
import dev.erpkit.accounting.recurring.port.RecurringLog;
import dev.erpkit.testkit.contract.BudgetHarness;
import dev.erpkit.testkit.contract.DeferralHarness;
import dev.erpkit.testkit.contract.RecurringHarness;
import javax.sql.DataSource;

/** The logs of deferrals, budgets and recurring entries of one tenant, in pages so small that everything crosses them. */
final class JdbcSpreadHarness extends JdbcTenant implements DeferralHarness, BudgetHarness, RecurringHarness {

    JdbcSpreadHarness(DataSource dataSource, String tenant) {
        super(dataSource, tenant);
    }

    @Override
    public BooksStores stores() {
        return stores;
    }

    @Override
    public DeferralLog deferrals() {
        return business().deferrals();
    }

    @Override
    public BudgetLog budgets() {
        return business().budgets();
    }

    @Override
    public RecurringLog recurring() {
        return business().recurring();
    }

    @Override
    public JdbcSpreadHarness otherTenant() {
        return new JdbcSpreadHarness(dataSource, other());
    }

    @Override
    public JdbcSpreadHarness reopened() {
        return new JdbcSpreadHarness(dataSource, tenant);
    }
}
