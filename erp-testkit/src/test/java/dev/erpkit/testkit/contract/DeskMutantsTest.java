package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.pipeline.DealChange;
import dev.erpkit.crm.pipeline.DealFact;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.port.DealLog;
import dev.erpkit.crm.service.CaseFact;
import dev.erpkit.crm.service.CaseId;
import dev.erpkit.crm.service.port.CaseLog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The contracts of cases and deals catch the ways in which adapters are known to break. */
class DeskMutantsTest {
    private static final AtomicReference<MemoryDeskHarness> CURRENT = new AtomicReference<>(MemoryDeskHarness.sound());

    static final class Cases extends CaseLogContract {
        @Override
        protected CaseHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Deals extends DealLogContract {
        @Override
        protected DealHarness harness() {
            return CURRENT.get();
        }
    }

    private static class AroundCases implements CaseLog {
        private final CaseLog sound;

        AroundCases(CaseLog sound) {
            this.sound = sound;
        }

        @Override
        public void append(CaseFact fact) {
            sound.append(fact);
        }

        @Override
        public ImmutableList<CaseFact> of(CaseId id) {
            return sound.of(id);
        }

        @Override
        public ImmutableList<CaseFact> of(IdempotencyKey key) {
            return sound.of(key);
        }

        @Override
        public void forEach(Consumer<? super CaseFact> sink) {
            sound.forEach(sink);
        }
    }

    private static class AroundDeals implements DealLog {
        private final DealLog sound;

        AroundDeals(DealLog sound) {
            this.sound = sound;
        }

        @Override
        public void append(DealFact fact) {
            sound.append(fact);
        }

        @Override
        public ImmutableList<DealFact> of(DealId id) {
            return sound.of(id);
        }

        @Override
        public Optional<DealFact> find(IdempotencyKey key) {
            return sound.find(key);
        }

        @Override
        public void forEach(Consumer<? super DealFact> sink) {
            sound.forEach(sink);
        }
    }

    private static void breaksCases(UnaryOperator<CaseLog> around, String rule) {
        CURRENT.set(new MemoryDeskHarness(around, log -> log));
        assertThat(Switched.broken(Cases.class)).contains(rule);
    }

    private static void breaksDeals(UnaryOperator<DealLog> around, String rule) {
        CURRENT.set(new MemoryDeskHarness(log -> log, around));
        assertThat(Switched.broken(Deals.class)).contains(rule);
    }

    @Test
    void sound_logs_break_nothing() {
        CURRENT.set(MemoryDeskHarness.sound());
        assertThat(Switched.broken(Cases.class)).isEmpty();
        assertThat(Switched.broken(Deals.class)).isEmpty();
    }

    @Test
    void a_log_that_keeps_milliseconds_is_caught() {
        breaksCases(
                log -> new AroundCases(log) {
                    @Override
                    public ImmutableList<CaseFact> of(CaseId id) {
                        return super.of(id)
                                .collect(f -> new CaseFact(
                                        f.caseId(),
                                        f.number(),
                                        f.key(),
                                        f.at().truncatedTo(ChronoUnit.MILLIS),
                                        f.recordedAt(),
                                        f.actor(),
                                        f.change()));
                    }
                },
                "subjects_1_1");
    }

    @Test
    void a_log_that_finds_half_of_a_merge_is_caught() {
        breaksCases(
                log -> new AroundCases(log) {
                    @Override
                    public ImmutableList<CaseFact> of(IdempotencyKey key) {
                        return super.of(key).take(1);
                    }
                },
                "cases_1_1");
    }

    @Test
    void a_log_that_numbers_by_itself_is_caught() {
        breaksDeals(
                log -> new AroundDeals(log) {
                    @Override
                    public void append(DealFact f) {
                        long number = of(f.deal()).size() + 1L;
                        super.append(
                                new DealFact(f.deal(), number, f.key(), f.at(), f.recordedAt(), f.actor(), f.change()));
                    }
                },
                "subjects_2_2");
    }

    @Test
    void a_log_that_rounds_probabilities_is_caught() {
        breaksDeals(
                log -> new AroundDeals(log) {
                    @Override
                    public ImmutableList<DealFact> of(DealId id) {
                        return super.of(id)
                                .collect(f -> new DealFact(
                                        f.deal(), f.number(), f.key(), f.at(), f.recordedAt(), f.actor(), change(f)));
                    }

                    private DealChange change(DealFact fact) {
                        if (fact.change() instanceof DealChange.Weighed weighed) {
                            BigDecimal rounded = weighed.probability().setScale(2, RoundingMode.HALF_UP);
                            return new DealChange.Weighed(rounded);
                        }
                        return fact.change();
                    }
                },
                "subjects_1_1");
    }

    @Test
    void a_log_that_pushes_facts_of_a_subject_backwards_is_caught() {
        breaksDeals(
                log -> new AroundDeals(log) {
                    @Override
                    public void forEach(Consumer<? super DealFact> sink) {
                        org.eclipse.collections.api.list.MutableList<DealFact> all =
                                org.eclipse.collections.api.factory.Lists.mutable.empty();
                        super.forEach(all::add);
                        all.reverseForEach(sink::accept);
                    }
                },
                "subjects_1_2");
    }
}
