package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.dunning.DunningRecord;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** The contract of the dunning log catches the ways in which adapters are known to break. */
class DunningMutantsTest {
    private static final AtomicReference<DunningHarness> CURRENT =
            new AtomicReference<>(new MemoryDunningHarness(log -> log));

    static final class Contract extends DunningLogContract {
        @Override
        protected DunningHarness harness() {
            return CURRENT.get();
        }
    }

    /** A log whose records come back changed. */
    private abstract static class Around implements DunningLog {
        private final DunningLog sound;

        Around(DunningLog sound) {
            this.sound = sound;
        }

        abstract DunningRecord back(DunningRecord fact);

        @Override
        public void append(DunningRecord fact) {
            sound.append(fact);
        }

        @Override
        public Optional<DunningRecord> find(IdempotencyKey key) {
            return sound.find(key).map(this::back);
        }

        @Override
        public void forEach(long afterSequence, Consumer<? super DunningRecord> sink) {
            sound.forEach(afterSequence, fact -> sink.accept(back(fact)));
        }

        @Override
        public long lastSequence() {
            return sound.lastSequence();
        }
    }

    private static void breaks(UnaryOperator<DunningLog> around, String rule) {
        CURRENT.set(new MemoryDunningHarness(around));
        assertThat(Switched.broken(Contract.class)).contains(rule);
    }

    @Test
    void a_sound_log_breaks_nothing() {
        CURRENT.set(new MemoryDunningHarness(log -> log));
        assertThat(Switched.broken(Contract.class)).isEmpty();
    }

    @Test
    void a_log_that_forgets_the_order_of_changes_is_caught() {
        breaks(
                log -> new Around(log) {
                    @Override
                    DunningRecord back(DunningRecord fact) {
                        return new DunningRecord(
                                fact.sequence(),
                                fact.key(),
                                fact.fingerprint(),
                                fact.date(),
                                fact.recordedAt(),
                                fact.actor(),
                                fact.changes().toReversed());
                    }
                },
                "dunning_1_1");
    }

    @Test
    void a_log_that_takes_any_sequence_is_caught() {
        breaks(
                log -> new Around(log) {
                    @Override
                    DunningRecord back(DunningRecord fact) {
                        return fact;
                    }

                    @Override
                    public void append(DunningRecord fact) {
                        super.append(new DunningRecord(
                                lastSequence() + 1,
                                fact.key(),
                                fact.fingerprint(),
                                fact.date(),
                                fact.recordedAt(),
                                fact.actor(),
                                fact.changes()));
                    }
                },
                "dunning_2_2");
    }

    @Test
    void a_log_that_drops_empty_records_is_caught() {
        breaks(
                log -> new Around(log) {
                    @Override
                    DunningRecord back(DunningRecord fact) {
                        return fact;
                    }

                    @Override
                    public Optional<DunningRecord> find(IdempotencyKey key) {
                        return super.find(key).filter(fact -> fact.changes().notEmpty());
                    }

                    @Override
                    public void forEach(long afterSequence, Consumer<? super DunningRecord> sink) {
                        super.forEach(
                                afterSequence,
                                fact -> Lists.immutable
                                        .of(fact)
                                        .select(f -> f.changes().notEmpty())
                                        .forEach(sink));
                    }
                },
                "dunning_1_2");
    }
}
