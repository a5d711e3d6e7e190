package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.port.UnitOfWork;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every way in which adapters of the core ports are known to break is planted here, and the contracts catch each. */
class CoreMutantsTest {
    private static TestHarness with(UnitOfWork work) {
        TestHarness harness = TestHarness.sound();
        harness.unitOfWork = work;
        return harness;
    }

    private static TestHarness with(NumberSeries numbers) {
        TestHarness harness = TestHarness.sound();
        harness.numberSeries = numbers;
        return harness;
    }

    @Test
    void sound_adapters_break_no_rule() {
        assertThat(Switched.broken(TestHarness.sound(), Switched.Work.class)).isEmpty();
        assertThat(Switched.broken(TestHarness.sound(), Switched.Numbers.class)).isEmpty();
        assertThat(Switched.broken(TestHarness.sound(), Switched.Events.class)).isEmpty();
    }

    @Test
    void an_exception_that_is_wrapped_is_caught() {
        TestHarness harness = TestHarness.sound();
        harness.unitOfWork = new Forwarding(harness.memory) {
            @Override
            public <R> R execute(Supplier<R> work) {
                try {
                    return super.execute(work);
                } catch (RuntimeException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        assertThat(Switched.broken(harness, Switched.Work.class)).contains("uow_1_2");
    }

    @Test
    void commits_after_an_error_are_caught() {
        TestHarness harness = TestHarness.sound();
        harness.unitOfWork = new Forwarding(harness.memory) {
            @Override
            public <R> R execute(Supplier<R> work) {
                AssertionError[] error = new AssertionError[1];
                R result = super.execute(() -> {
                    try {
                        return work.get();
                    } catch (AssertionError e) {
                        error[0] = e;
                        return null;
                    }
                });
                if (error[0] != null) {
                    throw error[0];
                }
                return result;
            }
        };
        assertThat(Switched.broken(harness, Switched.Work.class)).containsExactly("uow_2_3");
    }

    @Test
    void work_without_a_transaction_is_caught() {
        AtomicInteger depth = new AtomicInteger();
        TestHarness harness = with(new UnitOfWork() {
            @Override
            public <R> R execute(Supplier<R> work) {
                depth.incrementAndGet();
                try {
                    return work.get();
                } finally {
                    depth.decrementAndGet();
                }
            }

            @Override
            public boolean active() {
                return depth.get() > 0;
            }
        });
        harness.numberSeries = new Remembering();
        assertThat(Switched.broken(harness, Switched.Work.class)).contains("uow_1_3", "uow_2_1", "uow_2_2");
    }

    @Test
    void write_skew_is_caught() {
        TestHarness harness = TestHarness.sound();
        SnapshotWork snapshot = new SnapshotWork();
        harness.unitOfWork = snapshot;
        harness.numberSeries = snapshot;
        assertThat(Switched.broken(harness, Switched.Work.class)).containsExactly("uow_3_2");
    }

    @Test
    void numbers_that_are_reused_are_caught() {
        TestHarness harness = TestHarness.sound();
        MemoryNumberSeries sound = new MemoryNumberSeries(harness.memory);
        harness.numberSeries = new NumberSeries() {
            @Override
            public long next(SeriesId series) {
                long drawn = sound.next(series);
                return drawn % 10 == 0 ? drawn - 1 : drawn;
            }

            @Override
            public long last(SeriesId series) {
                return sound.last(series);
            }
        };
        assertThat(Switched.broken(harness, Switched.Numbers.class)).contains("numbers_3_1", "numbers_3_2");
    }

    @Test
    void numbers_lost_with_a_failure_are_caught() {
        assertThat(Switched.broken(with(new Remembering()), Switched.Numbers.class))
                .contains("numbers_1_4", "numbers_2_1", "numbers_3_1");
    }

    @Test
    void series_of_all_years_in_one_are_caught() {
        TestHarness harness = TestHarness.sound();
        MemoryNumberSeries sound = new MemoryNumberSeries(harness.memory);
        harness.numberSeries = new NumberSeries() {
            @Override
            public long next(SeriesId series) {
                return sound.next(new SeriesId(series.name(), 0));
            }

            @Override
            public long last(SeriesId series) {
                return sound.last(new SeriesId(series.name(), 0));
            }
        };
        assertThat(Switched.broken(harness, Switched.Numbers.class)).containsExactly("numbers_1_3");
    }

    @Test
    void events_that_are_told_at_once_are_caught() {
        TestHarness harness = TestHarness.sound();
        harness.told = new MemoryOutbox(new MemoryUnitOfWork());
        harness.outbox = harness.told;
        assertThat(Switched.broken(harness, Switched.Events.class)).contains("outbox_2_1");
    }

    @Test
    void events_without_twins_are_caught() {
        TestHarness harness = TestHarness.sound();
        java.util.Set<String> seen = ConcurrentHashMap.newKeySet();
        harness.outbox = event -> {
            if (seen.add(event.type() + event.subject())) {
                harness.told.add(event);
            }
        };
        assertThat(Switched.broken(harness, Switched.Events.class)).contains("outbox_1_3");
    }

    private static class Forwarding implements UnitOfWork {
        private final UnitOfWork sound;

        Forwarding(UnitOfWork sound) {
            this.sound = sound;
        }

        @Override
        public <R> R execute(Supplier<R> work) {
            return sound.execute(work);
        }

        @Override
        public boolean active() {
            return sound.active();
        }
    }

    /** Counts outside any transaction, as a database sequence does. */
    private static final class Remembering implements NumberSeries {
        private final Map<SeriesId, Long> last = new ConcurrentHashMap<>();

        @Override
        public long next(SeriesId series) {
            return last.merge(series, 1L, Long::sum);
        }

        @Override
        public long last(SeriesId series) {
            return last.getOrDefault(series, 0L);
        }
    }

    /** Snapshot isolation: reads see the start of the transaction, only writes to one series conflict (and are retried). */
    private static final class SnapshotWork implements UnitOfWork, NumberSeries {
        private final Map<SeriesId, Long> committed = new ConcurrentHashMap<>();
        private final ThreadLocal<Map<SeriesId, Long>> snapshot = new ThreadLocal<>();
        private final ThreadLocal<Map<SeriesId, Long>> written = new ThreadLocal<>();

        @Override
        public <R> R execute(Supplier<R> work) {
            if (active()) {
                return work.get();
            }
            while (true) {
                snapshot.set(Map.copyOf(committed));
                written.set(new ConcurrentHashMap<>());
                try {
                    R result = work.get();
                    if (commit()) {
                        return result;
                    }
                } finally {
                    snapshot.remove();
                    written.remove();
                }
            }
        }

        private boolean commit() {
            synchronized (committed) {
                boolean free = written.get().keySet().stream()
                        .allMatch(s -> committed
                                .getOrDefault(s, 0L)
                                .equals(snapshot.get().getOrDefault(s, 0L)));
                if (free) {
                    committed.putAll(written.get());
                }
                return free;
            }
        }

        @Override
        public boolean active() {
            return snapshot.get() != null;
        }

        @Override
        public long next(SeriesId series) {
            long next = last(series) + 1;
            written.get().put(series, next);
            return next;
        }

        @Override
        public long last(SeriesId series) {
            return active()
                    ? written.get().getOrDefault(series, snapshot.get().getOrDefault(series, 0L))
                    : committed.getOrDefault(series, 0L);
        }
    }
}
