package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.port.StaleVersionException;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * What every log of numbered facts must do: facts of every kind come back in their order, numbers follow without gaps.
 *
 * @param <H> the harness
 * @param <F> the facts
 */
abstract class FactLogContract<H extends CoreHarness, F> extends PortContract<H> {
    abstract long size(H harness);

    abstract void append(H harness, long expectedSize, ImmutableList<F> facts);

    abstract void forEach(H harness, long after, Consumer<F> sink);

    abstract H other();

    abstract H again();

    /** Facts of every kind, with every optional part there and not there, numbered behind a number. */
    abstract ImmutableList<F> everyKind(long after);

    private long size() {
        return size(harness());
    }

    private void append(long expectedSize, ImmutableList<F> facts) {
        append(harness(), expectedSize, facts);
    }

    private ImmutableList<F> after(H harness, long number) {
        MutableList<F> facts = Lists.mutable.empty();
        forEach(harness, number, facts::add);
        return facts.toImmutable();
    }

    private ImmutableList<F> one(long number) {
        return Lists.immutable.ofAll(everyKind(number - 1).take(1));
    }

    private F append() {
        return inUnitOfWork(() -> {
            long size = size();
            ImmutableList<F> fact = one(size + 1);
            append(size, fact);
            return fact.getOnly();
        });
    }

    @Test
    void facts_1_1_of_every_kind_come_back_as_they_were_appended() {
        long before = size();
        ImmutableList<F> facts = everyKind(before);
        append(before, facts);
        assertThat(after(harness(), before)).containsExactlyElementsOf(facts);
        assertThat(size()).isEqualTo(before + facts.size());
    }

    @Test
    void facts_1_2_come_in_the_order_of_their_numbers_from_any_number_on() {
        F one = append();
        F two = append();
        long size = size();
        assertThat(after(harness(), size - 2)).containsExactly(one, two);
        assertThat(after(harness(), size - 1)).containsExactly(two);
        assertThat(after(harness(), size)).isEmpty();
        assertThat(after(harness(), size + 100)).isEmpty();
    }

    @Test
    void facts_2_1_another_size_than_expected_is_stale_and_changes_nothing() {
        append();
        long before = size();
        for (long expected : new long[] {before - 1, before + 1}) {
            assertThatThrownBy(() -> append(expected, one(expected + 1))).isInstanceOf(StaleVersionException.class);
        }
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void facts_2_2_numbers_that_do_not_follow_are_stale_and_nothing_of_them_stays() {
        long before = size();
        ImmutableList<F> gap = one(before + 1).newWithAll(one(before + 3));
        assertThatThrownBy(() -> append(before, gap)).isInstanceOf(StaleVersionException.class);
        assertThat(size()).isEqualTo(before);
        assertThat(after(harness(), before)).isEmpty();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void facts_3_1_of_a_failed_unit_of_work_are_gone_and_their_numbers_free() {
        append();
        long kept = size();
        rolledBack(this::append);
        assertThat(size()).isEqualTo(kept);
        append();
        assertThat(size()).isEqualTo(kept + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void facts_4_1_of_racers_from_one_size_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            long before = size();
            ImmutableList<ImmutableList<F>> racing =
                    Lists.immutable.of(one(before + 1), one(before + 1), one(before + 1), one(before + 1));
            ImmutableList<AtOnce.Ended<Integer>> ends = AtOnce.run(4, i -> {
                append(before, racing.get(i));
                return i;
            });
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(ends.count(e -> e.failedWith(StaleVersionException.class)))
                    .isEqualTo(3);
            assertThat(size()).isEqualTo(before + 1);
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void facts_5_1_survive_a_restart() {
        long before = size();
        ImmutableList<F> facts = everyKind(before);
        append(before, facts);
        assertThat(after(again(), before)).containsExactlyElementsOf(facts);
    }

    @Test
    @Requires(Capability.TENANTS)
    void facts_6_1_tenants_never_see_each_other() {
        H theirs = other();
        long size = size(theirs);
        append();
        assertThat(size(theirs)).isEqualTo(size);
        long mine = size();
        append(theirs, size, one(size + 1));
        assertThat(size()).isEqualTo(mine);
    }
}
