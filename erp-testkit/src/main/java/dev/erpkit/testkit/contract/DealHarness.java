package dev.erpkit.testkit.contract;

import dev.erpkit.crm.pipeline.port.DealLog;

/** How the kit reaches a log of deals under test. */
public interface DealHarness extends CoreHarness {
    /** The log of the tenant. */
    DealLog deals();

    @Override
    DealHarness otherTenant();

    @Override
    DealHarness reopened();
}
