package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.asset.port.AssetLog;

/** How the kit reaches the log of fixed assets of an adapter, in the unit of work of its core ports. */
public interface AssetHarness extends CoreHarness {
    /** The log of fixed assets. */
    AssetLog assets();

    @Override
    AssetHarness otherTenant();

    @Override
    AssetHarness reopened();
}
