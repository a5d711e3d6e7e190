package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.PayrollHarness;
import dev.erpkit.testkit.contract.PayrollLogContract;

/** Payroll in PostgreSQL. */
class PostgresPayrollLogTest extends PayrollLogContract {
    private static final PayrollHarness HARNESS = new JdbcPayrollHarness(Databases.postgres(), "payroll");

    @Override
    protected PayrollHarness harness() {
        return HARNESS;
    }
}
