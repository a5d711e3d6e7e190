package dev.erpkit.testkit.contract;

/** The log in memory passes the contract. */
class MemoryPayrollLogTest extends PayrollLogContract {
    private static final PayrollHarness HARNESS = new MemoryPayrollHarness(log -> log);

    @Override
    protected PayrollHarness harness() {
        return HARNESS;
    }
}
