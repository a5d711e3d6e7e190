package dev.erpkit.storage.jdbc;

import dev.erpkit.hr.run.port.PayrollLog;
import dev.erpkit.testkit.contract.PayrollHarness;
import javax.sql.DataSource;

/** Payroll of one tenant in a database, read in pages of two rows. */
final class JdbcPayrollHarness extends JdbcTenant implements PayrollHarness {

    JdbcPayrollHarness(DataSource dataSource, String tenant) {
        super(dataSource, tenant);
    }

    @Override
    public PayrollLog payroll() {
        return JdbcPayroll.log(stores);
    }

    @Override
    public JdbcPayrollHarness otherTenant() {
        return new JdbcPayrollHarness(dataSource, other());
    }

    @Override
    public JdbcPayrollHarness reopened() {
        return new JdbcPayrollHarness(dataSource, tenant);
    }
}
