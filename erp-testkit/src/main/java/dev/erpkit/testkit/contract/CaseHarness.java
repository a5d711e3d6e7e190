package dev.erpkit.testkit.contract;

import dev.erpkit.crm.service.port.CaseLog;

/** How the kit reaches a log of cases under test. */
public interface CaseHarness extends CoreHarness {
    /** The log of the tenant. */
    CaseLog cases();

    @Override
    CaseHarness otherTenant();

    @Override
    CaseHarness reopened();
}
