package dev.erpkit.testkit.contract;

import dev.erpkit.inventory.count.port.CountLog;

/** How the kit reaches a log of stock-taking under test. */
public interface CountHarness extends CoreHarness {
    /** The sheets of the tenant. */
    CountLog counts();

    @Override
    CountHarness otherTenant();

    @Override
    CountHarness reopened();
}
