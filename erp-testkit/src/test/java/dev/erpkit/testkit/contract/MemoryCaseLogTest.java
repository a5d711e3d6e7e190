package dev.erpkit.testkit.contract;

/** The log in memory passes the contract. */
class MemoryCaseLogTest extends CaseLogContract {
    private static final CaseHarness HARNESS = MemoryDeskHarness.sound();

    @Override
    protected CaseHarness harness() {
        return HARNESS;
    }
}
