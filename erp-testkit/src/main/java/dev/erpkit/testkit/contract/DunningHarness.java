package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.dunning.port.DunningLog;

/** How the kit reaches a dunning log under test. */
public interface DunningHarness extends CoreHarness {
    /** The log of the tenant. */
    DunningLog dunning();

    @Override
    DunningHarness otherTenant();

    @Override
    DunningHarness reopened();
}
