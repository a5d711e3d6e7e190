package dev.erpkit.testkit.contract;

/** The log in memory passes the contract. */
class MemoryPostedLogTest extends PostedLogContract {
    private static final StockHarness HARNESS = new MemoryStockHarness();

    @Override
    protected StockHarness harness() {
        return HARNESS;
    }
}
