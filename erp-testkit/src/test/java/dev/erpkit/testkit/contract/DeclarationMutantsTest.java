package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.declaration.DeclarationFact;
import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.declaration.memory.MemoryDeclarationLog;
import dev.erpkit.accounting.declaration.memory.MemoryTaxFactLog;
import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.declaration.port.TaxFactQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Test;

/** The contracts of declarations catch the ways in which their adapters break. */
class DeclarationMutantsTest {
    private static final AtomicReference<DeclarationHarness> CURRENT =
            new AtomicReference<>(new MemoryDeclarationHarness());

    static final class Facts extends TaxFactLogContract {
        @Override
        protected DeclarationHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Log extends DeclarationLogContract {
        @Override
        protected DeclarationHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Races extends DeclarationRaceContract {
        @Override
        protected DeclarationHarness harness() {
            return CURRENT.get();
        }
    }

    /** Sound ports of which one is replaced. */
    private record Broken(MemoryDeclarationHarness sound, TaxFactLog taxFacts, DeclarationLog declarations)
            implements DeclarationHarness {
        static Broken facts(TaxFactLog broken) {
            MemoryDeclarationHarness sound = new MemoryDeclarationHarness();
            return new Broken(sound, broken, sound.declarations());
        }

        static Broken log(DeclarationLog broken) {
            MemoryDeclarationHarness sound = new MemoryDeclarationHarness();
            return new Broken(sound, sound.taxFacts(), broken);
        }

        @Override
        public UnitOfWork unitOfWork() {
            return sound.unitOfWork();
        }

        @Override
        public NumberSeries numberSeries() {
            return sound.numberSeries();
        }

        @Override
        public Outbox outbox() {
            return sound.outbox();
        }

        @Override
        public ImmutableList<ErpEvent> told() {
            return sound.told();
        }

        @Override
        public JournalStore journal() {
            return sound.journal();
        }

        @Override
        public ImmutableSet<Capability> capabilities() {
            return sound.capabilities();
        }

        @Override
        public DeclarationHarness otherTenant() {
            return sound.otherTenant();
        }

        @Override
        public DeclarationHarness reopened() {
            return sound.reopened();
        }
    }

    /** A log of tax facts that behaves until a method is overridden. */
    private static class Facade implements TaxFactLog {
        final TaxFactLog sound = new MemoryTaxFactLog(new MemoryUnitOfWork());

        @Override
        public long size() {
            return sound.size();
        }

        @Override
        public void append(long expectedSize, ImmutableList<TaxFact> facts) {
            sound.append(expectedSize, facts);
        }

        @Override
        public ImmutableList<TaxFact> find(IdempotencyKey key) {
            return sound.find(key);
        }

        @Override
        public void forEach(TaxFactQuery query, Consumer<? super TaxFact> sink) {
            sound.forEach(query, sink);
        }
    }

    private static ImmutableList<String> broken(DeclarationHarness harness, Class<? extends PortContract<?>> contract) {
        CURRENT.set(harness);
        return Switched.broken(contract);
    }

    @Test
    void sound_ports_break_nothing() {
        for (Class<? extends PortContract<?>> contract :
                Lists.immutable.<Class<? extends PortContract<?>>>of(Facts.class, Log.class, Races.class)) {
            assertThat(broken(new MemoryDeclarationHarness(), contract)).isEmpty();
        }
    }

    @Test
    void a_log_of_facts_outside_the_unit_of_work_is_caught() {
        assertThat(broken(Broken.facts(new Facade()), Facts.class)).contains("tax_facts_3");
    }

    @Test
    void a_log_that_forgets_keys_is_caught() {
        assertThat(broken(
                        Broken.facts(new Facade() {
                            @Override
                            public ImmutableList<TaxFact> find(IdempotencyKey key) {
                                return Lists.immutable.empty();
                            }
                        }),
                        Facts.class))
                .contains("tax_facts_1");
    }

    @Test
    void a_log_that_does_not_look_at_days_is_caught() {
        assertThat(broken(
                        Broken.facts(new Facade() {
                            @Override
                            public void forEach(TaxFactQuery query, Consumer<? super TaxFact> sink) {
                                super.forEach(query.until(LocalDate.MAX, query.through()), sink);
                            }
                        }),
                        Facts.class))
                .contains("tax_facts_1");
    }

    @Test
    void a_log_of_facts_that_grows_behind_a_declaration_is_caught() {
        assertThat(broken(
                        Broken.facts(new Facade() {
                            @Override
                            public long size() {
                                return 0;
                            }
                        }),
                        Races.class))
                .contains("declaration_race_1");
    }

    @Test
    void a_log_of_declarations_that_takes_a_key_twice_is_caught() {
        MemoryDeclarationLog sound = new MemoryDeclarationLog(new MemoryUnitOfWork());
        assertThat(broken(
                        Broken.log(new DeclarationLog() {
                            @Override
                            public long size() {
                                return sound.size();
                            }

                            @Override
                            public void append(DeclarationFact fact) {
                                try {
                                    sound.append(fact);
                                } catch (DuplicateKeyException swallowed) {
                                    return;
                                }
                            }

                            @Override
                            public void forEach(long afterNumber, Consumer<? super DeclarationFact> sink) {
                                sound.forEach(afterNumber, sink);
                            }
                        }),
                        Log.class))
                .contains("declarations_2_1", "declarations_3_1");
    }
}
