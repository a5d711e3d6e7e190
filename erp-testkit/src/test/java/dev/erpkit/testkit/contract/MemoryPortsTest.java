package dev.erpkit.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The in-memory core ports and the list of the kit pass every contract. */
class MemoryPortsTest {
    static final TestHarness HARNESS = TestHarness.sound();

    @Nested
    class Work extends UnitOfWorkContract {
        @Override
        protected CoreHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Numbers extends NumberSeriesContract {
        @Override
        protected CoreHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Events extends OutboxContract {
        @Override
        protected CoreHarness harness() {
            return HARNESS;
        }
    }
}
