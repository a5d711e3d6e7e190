package dev.erpkit.testkit.contract;

/** The log in memory passes the contract. */
class MemoryStockReservationLogTest extends StockReservationLogContract {
    private static final StockReservationHarness HARNESS = MemoryFlowHarness.sound();

    @Override
    protected StockReservationHarness harness() {
        return HARNESS;
    }
}
