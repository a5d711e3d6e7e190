package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * What every log must do whose facts are numbered for each subject by itself: facts of every kind come back, in order, each
 * key once, and of two decisions from one state one wins.
 *
 * @param <H> the harness
 * @param <F> the facts
 */
abstract class SubjectLogContract<H extends CoreHarness, F> extends PortContract<H> {
    abstract void append(H harness, F fact);

    abstract ImmutableList<F> of(H harness, String subject);

    abstract ImmutableList<F> withKey(H harness, IdempotencyKey key);

    abstract void forEach(H harness, Consumer<F> sink);

    /** Facts of every kind, with every optional part there and not there, numbered from 1, with fresh keys. */
    abstract ImmutableList<F> everyKind(String subject);

    /** A fact with a number; number 1 opens. */
    abstract F fact(String subject, long number, IdempotencyKey key);

    abstract IdempotencyKey key(F fact);

    abstract String subject(F fact);

    abstract H other();

    abstract H again();

    private F fact(String subject, long number) {
        return fact(subject, number, IdempotencyKey.of(Fresh.key("key")));
    }

    private F append(F fact) {
        return inUnitOfWork(() -> {
            append(harness(), fact);
            return fact;
        });
    }

    private ImmutableList<F> of(String subject) {
        return of(harness(), subject);
    }

    private ImmutableList<F> all(H harness) {
        MutableList<F> all = Lists.mutable.empty();
        forEach(harness, all::add);
        return all.toImmutable();
    }

    @Test
    void subjects_1_1_facts_of_every_kind_come_back_as_they_were_appended() {
        String subject = Fresh.key("subject");
        ImmutableList<F> facts = everyKind(subject);
        facts.forEach(this::append);
        assertThat(of(subject)).containsExactlyElementsOf(facts);
        assertThat(withKey(harness(), key(facts.getLast()))).containsExactly(facts.getLast());
        assertThat(withKey(harness(), IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
        assertThat(of(Fresh.key("unknown"))).isEmpty();
    }

    @Test
    void subjects_1_2_all_facts_are_pushed_by_subject_and_number() {
        ImmutableList<String> subjects = Fresh.oddlyOrdered();
        MutableList<F> written = Lists.mutable.empty();
        for (long number = 1; number <= 3; number++) {
            for (String subject : subjects) {
                written.add(append(fact(subject, number)));
            }
        }
        ImmutableList<F> all = all(harness());
        assertThat(all.select(fact -> subjects.contains(subject(fact))))
                .as("in the order of the ids, whatever the collation of a database")
                .containsExactlyElementsOf(written.toSortedListBy(this::subject));
        assertThat(all.collect(this::subject).castToList()).isSorted();
    }

    @Test
    void subjects_2_1_a_taken_key_is_refused() {
        String subject = Fresh.key("subject");
        F first = append(fact(subject, 1));
        assertThatThrownBy(() -> append(fact(subject, 2, key(first)))).isInstanceOf(DuplicateKeyException.class);
        assertThat(of(subject)).containsExactly(first);
    }

    @Test
    void subjects_2_2_only_the_next_number_of_a_subject_is_taken() {
        String subject = Fresh.key("subject");
        assertThatThrownBy(() -> append(fact(subject, 2))).isInstanceOf(StaleVersionException.class);
        F first = append(fact(subject, 1));
        for (long number : new long[] {1, 3}) {
            assertThatThrownBy(() -> append(fact(subject, number))).isInstanceOf(StaleVersionException.class);
        }
        assertThat(of(subject)).containsExactly(first);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void subjects_3_1_facts_of_a_failed_unit_of_work_are_gone_and_their_numbers_and_keys_free() {
        String subject = Fresh.key("subject");
        F kept = append(fact(subject, 1));
        F lost = fact(subject, 2);
        rolledBack(() -> append(lost));
        assertThat(of(subject)).containsExactly(kept);
        assertThat(withKey(harness(), key(lost))).isEmpty();
        append(lost);
        assertThat(of(subject)).containsExactly(kept, lost);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void subjects_4_1_of_racers_for_one_number_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            String subject = Fresh.key("subject");
            append(fact(subject, 1));
            ImmutableList<AtOnce.Ended<F>> ends = AtOnce.run(4, i -> append(fact(subject, 2)));
            assertThat(ends.count(end -> !end.failed())).isEqualTo(1);
            assertThat(ends.count(end -> end.failedWith(StaleVersionException.class)))
                    .isEqualTo(3);
            assertThat(of(subject)).hasSize(2);
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void subjects_5_1_facts_survive_a_restart() {
        String subject = Fresh.key("subject");
        ImmutableList<F> facts = everyKind(subject);
        facts.forEach(this::append);
        assertThat(of(again(), subject)).containsExactlyElementsOf(facts);
    }

    @Test
    @Requires(Capability.TENANTS)
    void subjects_6_1_tenants_never_see_each_other() {
        String subject = Fresh.key("subject");
        F mine = append(fact(subject, 1));
        assertThat(of(other(), subject)).isEmpty();
        assertThat(withKey(other(), key(mine))).isEmpty();
        append(other(), mine);
        assertThat(of(subject)).containsExactly(mine);
    }
}
