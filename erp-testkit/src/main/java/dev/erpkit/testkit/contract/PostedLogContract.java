package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.StockTold;
import dev.erpkit.inventory.posting.port.PostedLog;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code PostedLog} must do: what was told in its order, nothing told twice. */
public abstract class PostedLogContract extends PortContract<StockHarness> {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    /** For adapters. */
    protected PostedLogContract() {}

    private PostedLog log() {
        return harness().posted();
    }

    private static StockTold told(long sequence) {
        ImmutableList<StockDelta> deltas = Lists.immutable
                .of(StockRole.values())
                .collectWithIndex((role, i) -> new StockDelta(
                        Long.MAX_VALUE - i,
                        role,
                        DAY,
                        DAY.plusDays(i),
                        i % 2 == 0 ? Long.MIN_VALUE + 1 : 7,
                        i % 2 == 0 ? "" : "分類 № " + i));
        return new StockTold(sequence, 42, Fresh.instant(), deltas);
    }

    private StockTold append() {
        return inUnitOfWork(() -> {
            StockTold told = told(log().lastSequence() + 1);
            log().append(told);
            return told;
        });
    }

    private ImmutableList<StockTold> after(long sequence) {
        MutableList<StockTold> found = Lists.mutable.empty();
        log().forEach(sequence, found::add);
        return found.toImmutable();
    }

    @Test
    void posted_1_1_what_was_told_comes_back_in_its_order() {
        StockTold one = append();
        StockTold two = append();
        assertThat(after(one.sequence() - 1)).containsExactly(one, two);
        assertThat(after(two.sequence())).isEmpty();
        assertThat(log().lastSequence()).isEqualTo(two.sequence());
    }

    @Test
    void posted_2_1_only_the_next_sequence_is_taken() {
        StockTold last = append();
        for (long sequence : new long[] {last.sequence(), last.sequence() + 2}) {
            assertThatThrownBy(() -> log().append(told(sequence))).isInstanceOf(StaleVersionException.class);
        }
        assertThat(log().lastSequence()).isEqualTo(last.sequence());
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void posted_3_1_a_failed_unit_of_work_leaves_nothing_and_no_gap() {
        StockTold kept = append();
        rolledBack(() -> log().append(told(kept.sequence() + 1)));
        assertThat(append().sequence()).isEqualTo(kept.sequence() + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void posted_4_1_of_racers_exactly_one_tells() {
        StockTold before = append();
        ImmutableList<AtOnce.Ended<StockTold>> ends = AtOnce.run(4, i -> {
            StockTold racer = told(before.sequence() + 1);
            log().append(racer);
            return racer;
        });
        assertThat(ends.count(end -> !end.failed())).isEqualTo(1);
        assertThat(after(before.sequence()))
                .containsExactly(ends.detect(end -> !end.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void posted_5_1_what_was_told_survives_a_restart() {
        StockTold told = append();
        assertThat(harness().reopened().posted().lastSequence()).isEqualTo(told.sequence());
    }

    @Test
    @Requires(Capability.TENANTS)
    void posted_6_1_tenants_never_see_each_other() {
        StockTold mine = append();
        PostedLog other = harness().otherTenant().posted();
        other.append(told(other.lastSequence() + 1));
        assertThat(log().lastSequence()).isEqualTo(mine.sequence());
    }
}
