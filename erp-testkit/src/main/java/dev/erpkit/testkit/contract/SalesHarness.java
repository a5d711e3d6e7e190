package dev.erpkit.testkit.contract;

import dev.erpkit.testkit.sales.SalesStores;

/** How the kit reaches the records of sales of an adapter under test. */
public interface SalesHarness extends CoreHarness {
    /** The records of the tenant. */
    SalesStores sales();

    @Override
    SalesHarness otherTenant();

    @Override
    SalesHarness reopened();
}
