package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.Stored;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contracts of people catch the ways in which adapters are known to break. */
class PeopleMutantsTest {
    private static final AtomicReference<PeopleHarness> CURRENT = new AtomicReference<>(MemoryPeopleHarness.sound());

    static final class Leave extends LeaveLogContract {
        @Override
        protected PeopleHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Persons extends PersonStoreContract {
        @Override
        protected PeopleHarness harness() {
            return CURRENT.get();
        }
    }

    /** A log that does as another one. */
    private static class Around implements FactLog<LeaveChange> {
        final FactLog<LeaveChange> sound;

        Around(FactLog<LeaveChange> sound) {
            this.sound = sound;
        }

        @Override
        public void append(Fact<LeaveChange> fact) {
            sound.append(fact);
        }

        @Override
        public Optional<Fact<LeaveChange>> find(IdempotencyKey key) {
            return sound.find(key);
        }

        @Override
        public void forEach(PartyId about, long afterSequence, Consumer<? super Fact<LeaveChange>> sink) {
            sound.forEach(about, afterSequence, sink);
        }

        @Override
        public long lastSequence(PartyId about) {
            return sound.lastSequence(about);
        }
    }

    private static Fact<LeaveChange> as(Fact<LeaveChange> fact, PartyId about, long sequence, LeaveChange change) {
        return new Fact<>(about, sequence, fact.key(), fact.recordedAt(), fact.actor(), change);
    }

    private static void breaks(UnaryOperator<FactLog<LeaveChange>> around, String rule) {
        CURRENT.set(new MemoryPeopleHarness(around, store -> store));
        assertThat(Switched.broken(Leave.class)).contains(rule);
    }

    @Test
    void sound_adapters_break_nothing() {
        CURRENT.set(MemoryPeopleHarness.sound());
        assertThat(Switched.broken(Leave.class)).isEmpty();
        assertThat(Switched.broken(Persons.class)).isEmpty();
    }

    @Test
    void a_log_that_forgets_the_order_of_lots_is_caught() {
        breaks(
                log -> new Around(log) {
                    @Override
                    public Optional<Fact<LeaveChange>> find(IdempotencyKey key) {
                        return super.find(key)
                                .map(fact -> fact.change() instanceof LeaveChange.Taken taken
                                        ? as(
                                                fact,
                                                fact.about(),
                                                fact.sequence(),
                                                new LeaveChange.Taken(
                                                        taken.request(),
                                                        taken.parts().toReversed()))
                                        : fact);
                    }
                },
                "fact_1_1");
    }

    @Test
    void a_log_that_takes_any_sequence_is_caught() {
        breaks(
                log -> new Around(log) {
                    @Override
                    public void append(Fact<LeaveChange> fact) {
                        super.append(as(fact, fact.about(), lastSequence(fact.about()) + 1, fact.change()));
                    }
                },
                "fact_2_2");
    }

    @Test
    void a_log_with_one_stream_for_all_is_caught() {
        breaks(
                log -> new Around(log) {
                    @Override
                    public void forEach(PartyId about, long after, Consumer<? super Fact<LeaveChange>> sink) {
                        super.forEach(PartyId.of("all"), after, sink);
                    }

                    @Override
                    public long lastSequence(PartyId about) {
                        return super.lastSequence(PartyId.of("all"));
                    }

                    @Override
                    public void append(Fact<LeaveChange> fact) {
                        super.append(as(fact, PartyId.of("all"), fact.sequence(), fact.change()));
                    }
                },
                "fact_1_3");
    }

    @Test
    void a_store_that_keeps_what_is_replaced_by_somebody_stale_is_caught() {
        CURRENT.set(new MemoryPeopleHarness(log -> log, store -> new PersonStore() {
            @Override
            public Optional<Stored<PersonalData>> find(PartyId person) {
                return store.find(person);
            }

            @Override
            public Stored<PersonalData> insert(PartyId person, PersonalData data) {
                return store.insert(person, data);
            }

            @Override
            public Stored<PersonalData> replace(PartyId person, PersonalData data, long expectedVersion) {
                long newest = store.find(person).map(Stored::version).orElse(expectedVersion);
                return store.replace(person, data, newest);
            }
        }));
        assertThat(Switched.broken(Persons.class)).contains("person_2_2");
    }
}
