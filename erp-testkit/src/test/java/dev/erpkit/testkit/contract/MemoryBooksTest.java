package dev.erpkit.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The services over the in-memory stores, with faults and with racing threads. */
class MemoryBooksTest {
    static final MemoryHarness HARNESS = new MemoryHarness();

    @Nested
    class Faulty extends BooksFaultContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Racing extends BooksRaceContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }
}
