package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.AccountStoreContract;
import dev.erpkit.testkit.contract.BooksHarness;
import dev.erpkit.testkit.contract.CoreHarness;
import dev.erpkit.testkit.contract.ExchangeRatesContract;
import dev.erpkit.testkit.contract.JournalQueryContract;
import dev.erpkit.testkit.contract.JournalRaceContract;
import dev.erpkit.testkit.contract.JournalStoreContract;
import dev.erpkit.testkit.contract.NumberSeriesContract;
import dev.erpkit.testkit.contract.OpenItemLogContract;
import dev.erpkit.testkit.contract.OutboxContract;
import dev.erpkit.testkit.contract.PeriodLogContract;
import dev.erpkit.testkit.contract.ReservationLogContract;
import dev.erpkit.testkit.contract.SealLogContract;
import dev.erpkit.testkit.contract.UnitOfWorkContract;
import net.jqwik.api.Group;
import org.junit.jupiter.api.Nested;

/** The adapter on H2 passes every contract of the kit. Groups, or the properties of a contract would silently not run. */
class H2ContractsTest {
    static final JdbcHarness HARNESS = new JdbcHarness(Databases.h2File(), "kit");

    @Nested
    @Group
    class Work extends UnitOfWorkContract {
        @Override
        protected CoreHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class Numbers extends NumberSeriesContract {
        @Override
        protected CoreHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class Events extends OutboxContract {
        @Override
        protected CoreHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class Accounts extends AccountStoreContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class Journal extends JournalStoreContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class JournalQueries extends JournalQueryContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class JournalRaces extends JournalRaceContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class Periods extends PeriodLogContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class OpenItems extends OpenItemLogContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class Reservations extends ReservationLogContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class Seals extends SealLogContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    @Group
    class Rates extends ExchangeRatesContract {
        @Override
        protected BooksHarness harness() {
            return HARNESS;
        }
    }
}
