package dev.erpkit.testkit.contract;

import org.junit.jupiter.api.Nested;

/** Sales in memory pass their contracts. */
class MemorySalesTest {
    private static final SalesHarness HARNESS = new MemorySalesHarness(stores -> stores);

    @Nested
    class Logs extends SalesLogContract {
        @Override
        protected SalesHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Races extends SalesRaceContract {
        @Override
        protected SalesHarness harness() {
            return HARNESS;
        }
    }
}
