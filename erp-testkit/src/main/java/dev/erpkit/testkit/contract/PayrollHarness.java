package dev.erpkit.testkit.contract;

import dev.erpkit.hr.run.port.PayrollLog;

/** How the kit reaches a payroll log under test. */
public interface PayrollHarness extends CoreHarness {
    /** The log of the tenant. */
    PayrollLog payroll();

    @Override
    PayrollHarness otherTenant();

    @Override
    PayrollHarness reopened();
}
