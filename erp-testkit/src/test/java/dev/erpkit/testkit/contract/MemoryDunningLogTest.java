package dev.erpkit.testkit.contract;

/** The log in memory passes the contract. */
class MemoryDunningLogTest extends DunningLogContract {
    private static final DunningHarness HARNESS = new MemoryDunningHarness(log -> log);

    @Override
    protected DunningHarness harness() {
        return HARNESS;
    }
}
