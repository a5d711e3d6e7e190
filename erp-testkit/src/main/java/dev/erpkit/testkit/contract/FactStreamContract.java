package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.port.FactLog;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * What every {@code FactLog} must do: one stream for each person in its order, each key once. Extend the contract of an area:
 * it brings every kind of change of its area.
 *
 * @param <C> the changes of the area
 */
public abstract class FactStreamContract<C> extends PortContract<PeopleHarness> {
    private static final Actor CLERK = Actor.of("人事係");

    FactStreamContract() {}

    /** The log of the area. */
    abstract FactLog<C> log(PeopleHarness harness);

    /** Every kind of change, with and without what is optional. */
    abstract ImmutableList<C> everything();

    private FactLog<C> log() {
        return log(harness());
    }

    private static PartyId somebody() {
        return PartyId.of(Fresh.key("社員"));
    }

    private Fact<C> fact(FactLog<C> log, PartyId about, C change) {
        return new Fact<>(
                about,
                log.lastSequence(about) + 1,
                IdempotencyKey.of(Fresh.key("fact")),
                Fresh.instant(),
                CLERK,
                change);
    }

    private Fact<C> append(PartyId about, C change) {
        return inUnitOfWork(() -> {
            Fact<C> fact = fact(log(), about, change);
            log().append(fact);
            return fact;
        });
    }

    private ImmutableList<Fact<C>> after(PartyId about, long sequence) {
        MutableList<Fact<C>> found = Lists.mutable.empty();
        log().forEach(about, sequence, found::add);
        return found.toImmutable();
    }

    @Test
    void fact_1_1_a_fact_comes_back_as_it_was_appended() {
        PartyId person = somebody();
        for (C change : everything()) {
            Fact<C> fact = append(person, change);
            assertThat(log().find(fact.key())).contains(fact);
        }
        assertThat(after(person, 0).collect(Fact::change)).isEqualTo(everything());
        assertThat(log().find(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
    }

    @Test
    void fact_1_2_facts_are_pushed_in_the_order_of_their_sequence() {
        PartyId person = somebody();
        ImmutableList<Fact<C>> facts = everything().collect(change -> append(person, change));
        assertThat(facts.collect(Fact::sequence).castToList()).first().isEqualTo(1L);
        assertThat(after(person, 0)).isEqualTo(facts);
        assertThat(after(person, 1)).isEqualTo(facts.drop(1));
        assertThat(after(person, facts.size())).isEmpty();
        assertThat(log().lastSequence(person)).isEqualTo(facts.size());
    }

    @Test
    void fact_1_3_every_person_has_a_stream_of_their_own() {
        PartyId one = somebody();
        PartyId other = somebody();
        Fact<C> first = append(one, everything().getFirst());
        Fact<C> theirs = append(other, everything().getLast());
        assertThat(theirs.sequence()).isEqualTo(1);
        assertThat(after(one, 0)).containsExactly(first);
        assertThat(after(other, 0)).containsExactly(theirs);
        assertThat(log().lastSequence(somebody())).isZero();
    }

    @Test
    void fact_2_1_a_taken_key_is_refused_in_every_stream() {
        PartyId person = somebody();
        Fact<C> first = append(person, everything().getFirst());
        for (PartyId about : Lists.immutable.of(person, somebody())) {
            Fact<C> twin = new Fact<>(
                    about,
                    log().lastSequence(about) + 1,
                    first.key(),
                    Fresh.instant(),
                    CLERK,
                    everything().getLast());
            assertThatThrownBy(() -> inUnitOfWork(() -> log().append(twin))).isInstanceOf(DuplicateKeyException.class);
        }
        assertThat(log().find(first.key())).contains(first);
        assertThat(log().lastSequence(person)).isEqualTo(1);
    }

    @Test
    void fact_2_2_only_the_next_sequence_is_taken() {
        PartyId person = somebody();
        append(person, everything().getFirst());
        append(person, everything().getFirst());
        for (long sequence : new long[] {1, 2, 4}) {
            Fact<C> wrong = new Fact<>(
                    person,
                    sequence,
                    IdempotencyKey.of(Fresh.key("fact")),
                    Fresh.instant(),
                    CLERK,
                    everything().getLast());
            assertThatThrownBy(() -> inUnitOfWork(() -> log().append(wrong))).isInstanceOf(StaleVersionException.class);
        }
        assertThat(log().lastSequence(person)).isEqualTo(2);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void fact_3_1_a_failed_unit_of_work_leaves_no_fact_and_no_gap() {
        PartyId person = somebody();
        append(person, everything().getFirst());
        MutableList<Fact<C>> lost = Lists.mutable.empty();
        rolledBack(() -> {
            lost.add(fact(log(), person, everything().getLast()));
            log().append(lost.getFirst());
        });
        assertThat(log().find(lost.getFirst().key())).isEmpty();
        assertThat(append(person, everything().getLast()).sequence()).isEqualTo(2);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void fact_4_1_of_racers_for_one_sequence_exactly_one_wins() {
        PartyId person = somebody();
        append(person, everything().getFirst());
        ImmutableList<AtOnce.Ended<Fact<C>>> ends = AtOnce.run(4, i -> {
            Fact<C> racer = new Fact<>(
                    person,
                    2,
                    IdempotencyKey.of(Fresh.key("racer")),
                    Fresh.instant(),
                    CLERK,
                    everything().getLast());
            log().append(racer);
            return racer;
        });
        assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
        assertThat(after(person, 1))
                .containsExactly(ends.detect(e -> !e.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void fact_5_1_facts_survive_a_restart() {
        Fact<C> fact = append(somebody(), everything().getLast());
        assertThat(log(harness().reopened()).find(fact.key())).contains(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void fact_6_1_tenants_never_see_each_other() {
        FactLog<C> other = log(harness().otherTenant());
        Fact<C> mine = append(somebody(), everything().getLast());
        assertThat(other.find(mine.key())).isEmpty();
        assertThat(other.lastSequence(mine.about())).isZero();
        Fact<C> theirs = new Fact<>(
                mine.about(),
                1,
                mine.key(),
                Fresh.instant(),
                CLERK,
                everything().getFirst());
        other.append(theirs);
        assertThat(log().find(mine.key())).contains(mine);
        assertThat(after(mine.about(), 0)).containsExactly(mine);
    }
}
