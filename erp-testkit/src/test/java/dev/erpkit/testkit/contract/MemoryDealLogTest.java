package dev.erpkit.testkit.contract;

/** The log in memory passes the contract. */
class MemoryDealLogTest extends DealLogContract {
    private static final DealHarness HARNESS = MemoryDeskHarness.sound();

    @Override
    protected DealHarness harness() {
        return HARNESS;
    }
}
