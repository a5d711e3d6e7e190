package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.PayrollHarness;
import dev.erpkit.testkit.contract.PayrollLogContract;

/** Payroll in an H2 file. */
class H2PayrollLogTest extends PayrollLogContract {
    private static final PayrollHarness HARNESS = new JdbcPayrollHarness(Databases.h2File(), "payroll");

    @Override
    protected PayrollHarness harness() {
        return HARNESS;
    }
}
