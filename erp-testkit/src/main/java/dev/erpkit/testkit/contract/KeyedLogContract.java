package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * What every log of commands must do that name parties: one record for each command in its order, each key once, and the records
 * of a party without the others.
 *
 * @param <H> the harness
 * @param <R> the records
 */
abstract class KeyedLogContract<H extends CoreHarness, R> extends PortContract<H> {
    abstract void append(H harness, R fact);

    abstract Optional<R> find(H harness, IdempotencyKey key);

    abstract void forEach(H harness, long afterSequence, Consumer<R> sink);

    abstract void forEachOf(H harness, PartyId party, Consumer<R> sink);

    abstract long lastSequence(H harness);

    abstract H other();

    abstract H again();

    /** A record of every kind of change, with every optional part there and not there, that names a party. */
    abstract R fact(long sequence, IdempotencyKey key, PartyId party);

    abstract long sequence(R fact);

    abstract IdempotencyKey key(R fact);

    private static IdempotencyKey fresh() {
        return IdempotencyKey.of(Fresh.key("key"));
    }

    private static PartyId somebody() {
        return PartyId.of(Fresh.key("取引先"));
    }

    private R append(PartyId party) {
        return inUnitOfWork(() -> {
            R fact = fact(lastSequence(harness()) + 1, fresh(), party);
            append(harness(), fact);
            return fact;
        });
    }

    private ImmutableList<R> after(long sequence) {
        MutableList<R> found = Lists.mutable.empty();
        forEach(harness(), sequence, found::add);
        return found.toImmutable();
    }

    private ImmutableList<R> of(PartyId party) {
        MutableList<R> found = Lists.mutable.empty();
        forEachOf(harness(), party, found::add);
        return found.toImmutable();
    }

    @Test
    void log_1_1_a_record_comes_back_as_it_was_appended() {
        R fact = append(somebody());
        assertThat(find(harness(), key(fact))).contains(fact);
        assertThat(find(harness(), fresh())).isEmpty();
        assertThat(lastSequence(harness())).isEqualTo(sequence(fact));
    }

    @Test
    void log_1_2_records_are_pushed_in_the_order_of_their_sequence() {
        R one = append(somebody());
        R two = append(somebody());
        R three = append(somebody());
        assertThat(after(sequence(one) - 1)).containsExactly(one, two, three);
        assertThat(after(sequence(three))).isEmpty();
        assertThat(after(0).collect(this::sequence).castToList()).isSorted().endsWith(sequence(three));
    }

    @Test
    void log_1_3_the_records_of_a_party_come_without_the_others() {
        PartyId party = somebody();
        R one = append(party);
        append(somebody());
        R three = append(party);
        assertThat(of(party)).containsExactly(one, three);
        assertThat(of(somebody())).isEmpty();
    }

    @Test
    void log_2_1_a_taken_key_is_refused() {
        R first = append(somebody());
        R twin = fact(sequence(first) + 1, key(first), somebody());
        assertThatThrownBy(() -> append(harness(), twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(find(harness(), key(first))).contains(first);
        assertThat(lastSequence(harness())).isEqualTo(sequence(first));
    }

    @Test
    void log_2_2_only_the_next_sequence_is_taken() {
        R last = append(somebody());
        for (long wrong : new long[] {sequence(last), sequence(last) - 1, sequence(last) + 2}) {
            R fact = fact(wrong, fresh(), somebody());
            assertThatThrownBy(() -> append(harness(), fact)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(lastSequence(harness())).isEqualTo(sequence(last));
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void log_3_1_a_failed_unit_of_work_leaves_no_record_and_no_gap() {
        R kept = append(somebody());
        PartyId party = somebody();
        R lost = fact(sequence(kept) + 1, fresh(), party);
        rolledBack(() -> append(harness(), lost));
        assertThat(find(harness(), key(lost))).isEmpty();
        assertThat(of(party)).isEmpty();
        assertThat(sequence(append(party))).isEqualTo(sequence(kept) + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void log_4_1_of_racers_for_one_sequence_exactly_one_wins() {
        long before = sequence(append(somebody()));
        ImmutableList<AtOnce.Ended<R>> ends = AtOnce.run(4, i -> {
            R racer = fact(before + 1, fresh(), somebody());
            append(harness(), racer);
            return racer;
        });
        assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
        assertThat(after(before)).containsExactly(ends.detect(e -> !e.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void log_5_1_records_survive_a_restart() {
        R fact = append(somebody());
        assertThat(find(again(), key(fact))).contains(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void log_6_1_tenants_never_see_each_other() {
        PartyId party = somebody();
        R mine = append(party);
        assertThat(find(other(), key(mine))).isEmpty();
        append(other(), fact(lastSequence(other()) + 1, key(mine), party));
        assertThat(of(party)).containsExactly(mine);
    }
}
