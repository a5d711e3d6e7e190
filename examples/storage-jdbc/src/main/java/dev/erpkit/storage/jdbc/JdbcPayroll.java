package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.hr.run.port.PayrollLog;

/** What is kept of payroll beside the books of a tenant, in the same unit of work. */
public final class JdbcPayroll {
    private JdbcPayroll() {}

    /** Payroll beside these stores. */
    public static PayrollLog log(BooksStores stores) {
        return new JdbcPayrollLog(JdbcBooks.work(stores));
    }
}
