package dev.erpkit.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The in-memory ports pass every contract; the journal, which has properties, in classes of its own. */
class MemoryPortsTest {
    static final MemoryHarness HARNESS = new MemoryHarness();

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

    @Nested
    class Accounts extends AccountStoreContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Periods extends PeriodLogContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Reservations extends ReservationLogContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Seals extends SealLogContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Rates extends ExchangeRatesContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Items extends OpenItemLogContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Checkpoints extends CheckpointStoreContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }
}
