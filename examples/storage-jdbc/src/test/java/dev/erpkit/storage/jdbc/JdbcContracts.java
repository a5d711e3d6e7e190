package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.AccountStoreContract;
import dev.erpkit.testkit.contract.BooksFaultContract;
import dev.erpkit.testkit.contract.BooksHarness;
import dev.erpkit.testkit.contract.BooksRaceContract;
import dev.erpkit.testkit.contract.CheckpointStoreContract;
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

/** Every contract of the kit. Groups, or the properties of a contract would silently not run. */
abstract class JdbcContracts {
    private final JdbcHarness ports;
    private final JdbcHarness services;

    /**
     * A database that passes them.
     *
     * @param ports its ports
     * @param services those of another tenant, for contracts whose journal is written by services alone
     */
    JdbcContracts(JdbcHarness ports, JdbcHarness services) {
        this.ports = ports;
        this.services = services;
    }

    @Nested
    @Group
    class Work extends UnitOfWorkContract {
        @Override
        protected CoreHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Numbers extends NumberSeriesContract {
        @Override
        protected CoreHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Events extends OutboxContract {
        @Override
        protected CoreHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Accounts extends AccountStoreContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Journal extends JournalStoreContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class JournalQueries extends JournalQueryContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class JournalRaces extends JournalRaceContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Periods extends PeriodLogContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class OpenItems extends OpenItemLogContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Reservations extends ReservationLogContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Seals extends SealLogContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Rates extends ExchangeRatesContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Checkpoints extends CheckpointStoreContract {
        @Override
        protected BooksHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Faults extends BooksFaultContract {
        @Override
        protected BooksHarness harness() {
            return services;
        }
    }

    @Nested
    @Group
    class Races extends BooksRaceContract {
        @Override
        protected BooksHarness harness() {
            return services;
        }
    }
}
