package dev.erpkit.testkit.contract;

/** The services of goods keep their promises to several people at once in memory. */
class MemoryStockRaceTest extends StockRaceContract {
    private static final GoodsHarness HARNESS = MemoryGoodsHarness.sound();

    @Override
    protected GoodsHarness harness() {
        return HARNESS;
    }
}
