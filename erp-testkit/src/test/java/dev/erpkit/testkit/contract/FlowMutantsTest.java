package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.purchase.PurchaseRecord;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import dev.erpkit.inventory.reservation.ReservationRecord;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The contracts of claims and purchases catch the ways in which adapters are known to break. */
class FlowMutantsTest {
    private static final AtomicReference<MemoryFlowHarness> CURRENT = new AtomicReference<>(MemoryFlowHarness.sound());

    static final class Claims extends StockReservationLogContract {
        @Override
        protected StockReservationHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Purchases extends PurchaseLogContract {
        @Override
        protected PurchaseHarness harness() {
            return CURRENT.get();
        }
    }

    /** Takes whatever sequence comes, as a store does that has no unique index. */
    private record Lax(ReservationLog sound) implements ReservationLog {
        @Override
        public void append(ReservationRecord fact) {
            sound.append(new ReservationRecord(
                    fact.item(),
                    sound.lastSequence(fact.item()) + 1,
                    fact.key(),
                    fact.recordedAt(),
                    fact.actor(),
                    fact.asked(),
                    fact.facts()));
        }

        @Override
        public Optional<ReservationRecord> find(IdempotencyKey key) {
            return sound.find(key);
        }

        @Override
        public void forEach(String item, long afterSequence, Consumer<? super ReservationRecord> sink) {
            sound.forEach(item, afterSequence, sink);
        }

        @Override
        public long lastSequence(String item) {
            return sound.lastSequence(item);
        }
    }

    /** Forgets keys, as a store does that keeps them in a cache. */
    private record Forgetful(PurchaseLog sound) implements PurchaseLog {
        @Override
        public void append(PurchaseRecord entry) {
            sound.append(entry);
        }

        @Override
        public Optional<PurchaseRecord> find(IdempotencyKey key) {
            return Optional.empty();
        }

        @Override
        public void forEach(long afterSequence, Consumer<? super PurchaseRecord> sink) {
            sound.forEach(afterSequence, sink);
        }

        @Override
        public long lastSequence() {
            return sound.lastSequence();
        }
    }

    @Test
    void sound_logs_break_nothing() {
        CURRENT.set(MemoryFlowHarness.sound());
        assertThat(Switched.broken(Claims.class)).isEmpty();
        assertThat(Switched.broken(Purchases.class)).isEmpty();
    }

    @Test
    void a_log_that_takes_any_sequence_is_caught() {
        CURRENT.set(new MemoryFlowHarness(Lax::new, log -> log));
        assertThat(Switched.broken(Claims.class)).contains("claims_2_2", "claims_4_1");
    }

    @Test
    void a_log_that_forgets_keys_is_caught() {
        CURRENT.set(new MemoryFlowHarness(log -> log, Forgetful::new));
        assertThat(Switched.broken(Purchases.class)).contains("purchase_1_1", "purchase_2_1");
    }
}
