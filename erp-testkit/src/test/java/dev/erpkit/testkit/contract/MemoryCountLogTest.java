package dev.erpkit.testkit.contract;

/** The sheets of stock-taking in memory pass their contract. */
class MemoryCountLogTest extends CountLogContract {
    private static final CountHarness HARNESS = MemoryGoodsHarness.sound();

    @Override
    protected CountHarness harness() {
        return HARNESS;
    }
}
