package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.Stored;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.PartyRecord;
import dev.erpkit.crm.party.port.PartyLog;
import dev.erpkit.crm.party.port.ProfileStore;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Test;

/** The contracts of parties catch the ways in which adapters are likely to break. */
class CustomerMutantsTest {
    private static final AtomicReference<PartyHarness> CURRENT = new AtomicReference<>(new MemoryCustomerHarness());

    static final class LogContract extends PartyLogContract {
        @Override
        protected PartyHarness harness() {
            return CURRENT.get();
        }
    }

    static final class StoreContract extends ProfileStoreContract {
        @Override
        protected PartyHarness harness() {
            return CURRENT.get();
        }
    }

    /** Sound ports in memory, of which a mutant replaces one. */
    private static class Around implements PartyHarness {
        final MemoryCustomerHarness sound = new MemoryCustomerHarness();

        @Override
        public PartyLog parties() {
            return sound.parties();
        }

        @Override
        public ProfileStore profiles() {
            return sound.profiles();
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
        public ImmutableSet<Capability> capabilities() {
            return sound.capabilities();
        }

        @Override
        public PartyHarness otherTenant() {
            return sound.otherTenant();
        }

        @Override
        public PartyHarness reopened() {
            return sound.reopened();
        }
    }

    @Test
    void sound_ports_break_nothing() {
        CURRENT.set(new MemoryCustomerHarness());
        assertThat(Switched.broken(LogContract.class)).isEmpty();
        assertThat(Switched.broken(StoreContract.class)).isEmpty();
    }

    /** Such as one whose index names only the first party of a change. */
    @Test
    void a_log_that_forgets_the_other_party_is_caught() {
        CURRENT.set(new Around() {
            @Override
            public PartyLog parties() {
                PartyLog log = sound.parties();
                return new PartyLog() {
                    @Override
                    public void append(PartyRecord fact) {
                        log.append(fact);
                    }

                    @Override
                    public Optional<PartyRecord> find(IdempotencyKey key) {
                        return log.find(key);
                    }

                    @Override
                    public void forEach(long afterSequence, Consumer<? super PartyRecord> sink) {
                        log.forEach(afterSequence, sink);
                    }

                    @Override
                    public void forEachOf(PartyId party, Consumer<? super PartyRecord> sink) {
                        log.forEachOf(party, fact -> {
                            if (fact.changes().getFirst().party().equals(party)) {
                                sink.accept(fact);
                            }
                        });
                    }

                    @Override
                    public long lastSequence() {
                        return log.lastSequence();
                    }
                };
            }
        });
        assertThat(Switched.broken(LogContract.class)).contains("party_4_2");
    }

    @Test
    void a_store_that_only_hides_what_was_erased_is_caught() {
        CURRENT.set(new Around() {
            @Override
            public ProfileStore profiles() {
                ProfileStore store = sound.profiles();
                return new ProfileStore() {
                    @Override
                    public Optional<Stored<PartyProfile>> find(PartyId party) {
                        return store.find(party);
                    }

                    @Override
                    public Stored<PartyProfile> insert(PartyProfile profile) {
                        return store.insert(profile);
                    }

                    @Override
                    public Stored<PartyProfile> replace(PartyProfile profile, long expectedVersion) {
                        return store.replace(profile, expectedVersion);
                    }

                    @Override
                    public void erase(PartyId party) {}

                    @Override
                    public void forEach(Consumer<? super Stored<PartyProfile>> sink) {
                        store.forEach(sink);
                    }
                };
            }
        });
        assertThat(Switched.broken(StoreContract.class)).contains("profile_2_3");
    }
}
