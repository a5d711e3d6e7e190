package dev.erpkit.testkit.contract;

import dev.erpkit.hr.run.memory.MemoryPayrollLog;
import dev.erpkit.hr.run.port.PayrollLog;
import java.util.function.UnaryOperator;

/** Payroll in memory, or something broken around it. */
final class MemoryPayrollHarness extends MemoryTenant<MemoryPayrollHarness> implements PayrollHarness {
    private final PayrollLog log;

    MemoryPayrollHarness(UnaryOperator<PayrollLog> around) {
        super(() -> new MemoryPayrollHarness(around));
        this.log = around.apply(new MemoryPayrollLog(work));
    }

    @Override
    public PayrollLog payroll() {
        return log;
    }
}
