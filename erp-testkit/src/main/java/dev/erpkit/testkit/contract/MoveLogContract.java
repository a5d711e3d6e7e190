package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.move.port.MoveLog;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code MoveLog} must do: facts numbered without gaps, each key once. */
public abstract class MoveLogContract extends PortContract<StockHarness> {
    /** For adapters. */
    protected MoveLogContract() {}

    private MoveLog log() {
        return harness().moves();
    }

    private StockRecord append(int facts) {
        return inUnitOfWork(() -> {
            StockRecord fact = StockSample.record(
                    log().lastNumber() + 1, StockSample.everything().take(facts));
            log().append(fact);
            return fact;
        });
    }

    private ImmutableList<StockRecord> after(long number) {
        MutableList<StockRecord> found = Lists.mutable.empty();
        log().forEach(number, found::add);
        return found.toImmutable();
    }

    @Test
    void moves_1_1_a_record_comes_back_as_it_was_appended() {
        StockRecord full = append(Integer.MAX_VALUE);
        assertThat(log().find(full.key())).contains(full);
        assertThat(log().find(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
        assertThat(log().lastNumber()).isEqualTo(full.last());
    }

    @Test
    void moves_1_2_records_are_pushed_in_the_order_of_their_numbers() {
        StockRecord one = append(3);
        StockRecord two = append(1);
        StockRecord three = append(2);
        assertThat(after(one.first() - 1)).containsExactly(one, two, three);
        assertThat(after(two.last())).containsExactly(three);
        assertThat(after(three.last())).isEmpty();
    }

    @Test
    void moves_2_1_a_taken_key_is_refused() {
        StockRecord first = append(1);
        StockRecord next = StockSample.record(first.last() + 1, StockSample.everything());
        StockRecord twin = new StockRecord(first.key(), next.recordedAt(), next.actor(), next.facts());
        assertThatThrownBy(() -> log().append(twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(log().find(first.key())).contains(first);
        assertThat(log().lastNumber()).isEqualTo(first.last());
    }

    @Test
    void moves_2_2_only_the_next_number_is_taken() {
        StockRecord last = append(2);
        for (long first : new long[] {last.first(), last.last(), last.last() + 2}) {
            StockRecord wrong = StockSample.record(first, StockSample.everything());
            assertThatThrownBy(() -> log().append(wrong)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(log().lastNumber()).isEqualTo(last.last());
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void moves_3_1_a_failed_unit_of_work_leaves_no_record_and_no_gap() {
        StockRecord kept = append(1);
        StockRecord lost = StockSample.record(kept.last() + 1, StockSample.everything());
        rolledBack(() -> log().append(lost));
        assertThat(log().find(lost.key())).isEmpty();
        assertThat(append(1).first()).isEqualTo(kept.last() + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void moves_4_1_of_racers_for_one_number_exactly_one_wins() {
        StockRecord before = append(1);
        ImmutableList<AtOnce.Ended<StockRecord>> ends = AtOnce.run(4, i -> {
            StockRecord racer = StockSample.record(before.last() + 1, StockSample.everything());
            log().append(racer);
            return racer;
        });
        assertThat(ends.count(end -> !end.failed())).isEqualTo(1);
        assertThat(after(before.last()))
                .containsExactly(ends.detect(end -> !end.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void moves_5_1_records_survive_a_restart() {
        StockRecord fact = append(Integer.MAX_VALUE);
        assertThat(harness().reopened().moves().find(fact.key())).contains(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void moves_6_1_tenants_never_see_each_other() {
        MoveLog other = harness().otherTenant().moves();
        StockRecord mine = append(1);
        assertThat(other.find(mine.key())).isEmpty();
        StockRecord next = StockSample.record(other.lastNumber() + 1, StockSample.everything());
        other.append(new StockRecord(mine.key(), next.recordedAt(), next.actor(), next.facts()));
        assertThat(log().find(mine.key())).contains(mine);
    }
}
