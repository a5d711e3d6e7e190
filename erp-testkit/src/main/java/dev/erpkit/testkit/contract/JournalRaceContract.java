package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** What every {@code JournalStore} must do when real threads race for it. All waits and rounds are bounded. */
public abstract class JournalRaceContract extends JournalPortContract {
    private static final int ROUNDS = 10;
    private static final int THREADS = 4;

    /** For adapters. */
    protected JournalRaceContract() {}

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void journal_8_1_of_racers_for_one_position_exactly_one_wins() {
        append(simple());
        for (int round = 0; round < ROUNDS; round++) {
            long last = journal().lastPosition();
            ImmutableList<PostedEntry> racers =
                    Lists.immutable.of(1, 2, 3, 4).collect(i -> Stamps.after(last, simple()));
            ImmutableList<AtOnce.Ended<Boolean>> ends = race(i -> racers.get(i));
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(ends.select(AtOnce.Ended::failed).collect(e -> e.failedWith(StaleVersionException.class)))
                    .containsOnly(true);
            assertThat(journal().lastPosition()).isEqualTo(last + 1);
            for (int i = 0; i < racers.size(); i++) {
                assertThat(journal().find(racers.get(i).id()).isPresent())
                        .isEqualTo(!ends.get(i).failed());
            }
        }
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void journal_8_2_of_racers_for_one_id_exactly_one_wins() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = Fresh.key("contested");
            ImmutableList<AtOnce.Ended<PostedEntry>> ends =
                    AtOnce.run(THREADS, i -> appendWithRetries(Sample.entry(id, DAY, 1 + i)));
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(ends.select(AtOnce.Ended::failed).collect(e -> e.failedWith(DuplicateKeyException.class)))
                    .containsOnly(true);
            assertThat(journal().find(EntryId.of(id)))
                    .contains(ends.detect(e -> !e.failed()).value());
        }
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void journal_8_3_of_racers_to_reverse_one_entry_exactly_one_wins() {
        for (int round = 0; round < ROUNDS; round++) {
            PostedEntry original = append(simple());
            ImmutableList<AtOnce.Ended<PostedEntry>> ends = AtOnce.run(
                    THREADS, i -> appendWithRetries(Sample.reversal(original.entry(), Fresh.key("reversal"))));
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(journal().reversalOf(original.id()))
                    .contains(
                            Objects.requireNonNull(ends.detect(e -> !e.failed()).value())
                                    .id());
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void journal_8_4_writers_that_fail_now_and_then_leave_no_gap() {
        long start = journal().lastPosition();
        ImmutableList<AtOnce.Ended<Integer>> ends = AtOnce.run(THREADS, thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                if ((i + thread) % 3 == 0) {
                    rolledBack(() -> appendWithRetries(simple()));
                }
                appendWithRetries(simple());
            }
            return thread;
        });
        assertThat(AtOnce.failures(ends)).isEmpty();
        ImmutableList<PostedEntry> appended = scan(JournalQuery.after(start));
        assertThat(appended).hasSize(THREADS * ROUNDS);
        appended.forEachWithIndex((p, i) -> assertThat(p.position()).isEqualTo(start + 1 + i));
        assertThat(journal().lastPosition()).isEqualTo(start + THREADS * ROUNDS);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void journal_8_5_a_reader_sees_a_batch_whole_or_not_at_all() {
        long start = journal().lastPosition();
        int batches = 20;
        ImmutableList<AtOnce.Ended<Boolean>> ends = AtOnce.run(2, thread -> {
            for (int i = 0; i < batches; i++) {
                if (thread == 0) {
                    inUnitOfWork(() -> {
                        append(simple());
                        append(simple());
                    });
                } else if (scan(JournalQuery.after(start)).size() % 2 != 0) {
                    return false;
                }
            }
            return true;
        });
        assertThat(AtOnce.failures(ends)).isEmpty();
        assertThat(ends.collect(AtOnce.Ended::value)).containsOnly(true);
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void journal_8_6_a_decision_from_what_was_read_still_holds_when_it_commits() {
        for (int round = 0; round < ROUNDS / 2; round++) {
            long start = journal().lastPosition();
            CountDownLatch meeting = new CountDownLatch(2);
            ImmutableList<AtOnce.Ended<Boolean>> ends =
                    AtOnce.run(2, thread -> inUnitOfWork(() -> appendIfNobodyDid(start, meeting)));
            assertThat(journal().lastPosition())
                    .as("each thread appends only when it sees no entry yet")
                    .isEqualTo(start + 1);
            assertThat(ends.count(e -> !e.failed() && Boolean.TRUE.equals(e.value())))
                    .isEqualTo(1);
        }
    }

    private boolean appendIfNobodyDid(long start, CountDownLatch meeting) {
        boolean free = scan(JournalQuery.after(start)).isEmpty();
        AtOnce.meet(meeting);
        if (free) {
            journal().append(Lists.immutable.of(Stamps.after(journal().lastPosition(), simple())));
        }
        return free;
    }

    private ImmutableList<AtOnce.Ended<Boolean>> race(IntFunction<PostedEntry> racer) {
        return AtOnce.run(THREADS, i -> {
            journal().append(Lists.immutable.of(racer.apply(i)));
            return true;
        });
    }

    /** A stale position is no refusal of the content: read again and try again, a bounded number of times. */
    private PostedEntry appendWithRetries(JournalEntry entry) {
        for (int tries = 0; tries < 200; tries++) {
            try {
                return append(entry);
            } catch (StaleVersionException lostTheRace) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("200 tries lost the race for a position");
    }
}
