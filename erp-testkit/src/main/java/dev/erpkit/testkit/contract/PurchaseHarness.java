package dev.erpkit.testkit.contract;

import dev.erpkit.inventory.purchase.port.PurchaseLog;

/** How the kit reaches a log of purchases under test. */
public interface PurchaseHarness extends CoreHarness {
    /** The log of the tenant. */
    PurchaseLog purchases();

    @Override
    PurchaseHarness otherTenant();

    @Override
    PurchaseHarness reopened();
}
