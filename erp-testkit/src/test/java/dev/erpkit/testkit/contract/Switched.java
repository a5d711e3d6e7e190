package dev.erpkit.testkit.contract;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.sorted.MutableSortedSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract against a given adapter, as an author's build would, and tells which rules it breaks. */
final class Switched {
    private static final AtomicReference<BooksHarness> CURRENT = new AtomicReference<>(TestHarness.sound());

    private Switched() {}

    /** The rules that the adapter breaks: the start of each failed test's name, such as {@code journal_2_1}. */
    static ImmutableList<String> broken(BooksHarness adapter, Class<? extends PortContract<?>> contract) {
        CURRENT.set(adapter);
        return broken(contract);
    }

    /** The rules that a contract over its own adapter finds broken. */
    static ImmutableList<String> broken(Class<? extends PortContract<?>> contract) {
        MutableSortedSet<String> failed = SortedSets.mutable.empty();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract))
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .configurationParameter("jqwik.database", "target/jqwik-mutants")
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failed.add(rule(test.getDisplayName()));
                }
            }
        });
        return failed.toList().toImmutable();
    }

    private static String rule(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).replace(' ', '_').split("_");
        return parts[0] + "_" + parts[1] + "_" + parts[2];
    }

    static final class Work extends UnitOfWorkContract {
        @Override
        protected CoreHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Numbers extends NumberSeriesContract {
        @Override
        protected CoreHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Events extends OutboxContract {
        @Override
        protected CoreHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Store extends JournalStoreContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Query extends JournalQueryContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Race extends JournalRaceContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Accounts extends AccountStoreContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Periods extends PeriodLogContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Items extends OpenItemLogContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Reservations extends ReservationLogContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Seals extends SealLogContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Rates extends ExchangeRatesContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Checkpoints extends CheckpointStoreContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Faulty extends BooksFaultContract {
        @Override
        protected BooksHarness harness() {
            return CURRENT.get();
        }
    }
}
