package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.port.SeriesId;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.eclipse.collections.impl.list.primitive.LongInterval;
import org.junit.jupiter.api.Test;

/** What every {@code NumberSeries} must do: each series is exactly 1..n in the order of the commits, whatever fails. */
public abstract class NumberSeriesContract extends PortContract<CoreHarness> {
    private static final int THREADS = 4;
    private static final int DRAWS = 25;

    /** For adapters. */
    protected NumberSeriesContract() {}

    private static SeriesId series() {
        return new SeriesId(Fresh.key("numbers"), 2026);
    }

    private long next(SeriesId series) {
        return harness().numberSeries().next(series);
    }

    private long last(SeriesId series) {
        return harness().numberSeries().last(series);
    }

    @Test
    void numbers_1_1_a_series_begins_with_one_and_counts_by_one() {
        SeriesId series = series();
        assertThat(last(series)).isZero();
        for (long expected = 1; expected <= 5; expected++) {
            assertThat((long) inUnitOfWork(() -> next(series))).isEqualTo(expected);
            assertThat(last(series)).isEqualTo(expected);
        }
    }

    @Test
    void numbers_1_2_several_numbers_in_one_unit_of_work_follow_each_other() {
        SeriesId series = series();
        long[] drawn = inUnitOfWork(() -> new long[] {next(series), next(series), last(series), next(series)});
        assertThat(drawn).containsExactly(1, 2, 2, 3);
    }

    @Test
    void numbers_1_3_series_differ_by_name_and_by_year() {
        String name = Fresh.key("numbers");
        ImmutableList<SeriesId> all = Lists.immutable.of(
                new SeriesId(name, 2026),
                new SeriesId(name, 2027),
                new SeriesId(name + " ", 2026),
                new SeriesId(name.toUpperCase(java.util.Locale.ROOT), 2026),
                new SeriesId("販売・" + name, 2026));
        all.forEach(
                series -> assertThat((long) inUnitOfWork(() -> next(series))).isEqualTo(1));
    }

    @Test
    void numbers_1_4_a_number_is_drawn_only_inside_a_unit_of_work() {
        SeriesId series = series();
        assertThatThrownBy(() -> next(series)).isInstanceOf(IllegalStateException.class);
        assertThat(last(series)).isZero();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void numbers_2_1_a_number_that_was_rolled_back_is_given_to_the_next() {
        SeriesId series = series();
        inUnitOfWork(() -> next(series));
        rolledBack(() -> assertThat(next(series)).isEqualTo(2));
        assertThat(last(series)).isEqualTo(1);
        assertThat((long) inUnitOfWork(() -> next(series))).isEqualTo(2);
    }

    @Test
    @Requires({Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS})
    void numbers_3_1_threads_that_fail_now_and_then_leave_neither_gap_nor_twin() {
        SeriesId series = series();
        ImmutableList<AtOnce.Ended<MutableLongList>> ends = AtOnce.run(THREADS, thread -> {
            MutableLongList committed = LongLists.mutable.empty();
            for (int i = 0; i < DRAWS; i++) {
                if ((i + thread) % 3 == 0) {
                    rolledBack(() -> next(series));
                }
                committed.add(inUnitOfWork(() -> next(series)));
            }
            return committed;
        });
        assertThat(AtOnce.failures(ends)).isEmpty();
        MutableList<Long> drawn = Lists.mutable.empty();
        ends.forEach(end -> java.util.Objects.requireNonNull(end.value()).forEach(drawn::add));
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        LongInterval.oneTo((long) THREADS * DRAWS).toList().collect(n -> n));
        assertThat(last(series)).isEqualTo((long) THREADS * DRAWS);
    }

    @Test
    @Requires({Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS})
    void numbers_3_2_numbers_drawn_by_one_thread_increase() {
        SeriesId series = series();
        ImmutableList<AtOnce.Ended<Boolean>> ends = AtOnce.run(2, thread -> {
            long before = 0;
            boolean increasing = true;
            for (int i = 0; i < DRAWS; i++) {
                long drawn = inUnitOfWork(() -> next(series));
                increasing &= drawn > before;
                before = drawn;
            }
            return increasing;
        });
        assertThat(ends.collect(AtOnce.Ended::value)).containsOnly(true);
    }

    @Test
    @Requires(Capability.DURABLE)
    void numbers_4_1_a_series_goes_on_after_a_restart() {
        SeriesId series = series();
        inUnitOfWork(() -> next(series));
        CoreHarness again = harness().reopened();
        assertThat((long) again.unitOfWork().execute(() -> again.numberSeries().next(series)))
                .isEqualTo(2);
    }

    @Test
    @Requires(Capability.TENANTS)
    void numbers_5_1_each_tenant_has_its_own_series() {
        SeriesId series = series();
        inUnitOfWork(() -> next(series));
        CoreHarness other = harness().otherTenant();
        assertThat(other.numberSeries().last(series)).isZero();
        assertThat((long) other.unitOfWork().execute(() -> other.numberSeries().next(series)))
                .isEqualTo(1);
        assertThat(last(series)).isEqualTo(1);
    }
}
