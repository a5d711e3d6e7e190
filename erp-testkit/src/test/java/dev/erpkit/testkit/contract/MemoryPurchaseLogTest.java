package dev.erpkit.testkit.contract;

/** The log in memory passes the contract. */
class MemoryPurchaseLogTest extends PurchaseLogContract {
    private static final PurchaseHarness HARNESS = MemoryFlowHarness.sound();

    @Override
    protected PurchaseHarness harness() {
        return HARNESS;
    }
}
