package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.count.CountRecord;
import dev.erpkit.inventory.count.port.CountLog;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.move.port.MoveLog;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The contracts of goods catch the ways in which adapters are known to break. */
class GoodsMutantsTest {
    private static final AtomicReference<MemoryGoodsHarness> CURRENT =
            new AtomicReference<>(MemoryGoodsHarness.sound());

    static final class Races extends StockRaceContract {
        @Override
        protected GoodsHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Counts extends CountLogContract {
        @Override
        protected CountHarness harness() {
            return CURRENT.get();
        }
    }

    /** Does not tell the newest record yet, as a replica does that lags behind. */
    private record Lagging(MoveLog sound) implements MoveLog {
        @Override
        public void append(StockRecord fact) {
            sound.append(fact);
        }

        @Override
        public Optional<StockRecord> find(IdempotencyKey key) {
            return sound.find(key);
        }

        @Override
        public void forEach(long afterNumber, Consumer<? super StockRecord> sink) {
            long last = lastNumber();
            sound.forEach(afterNumber, fact -> {
                if (fact.last() != last) {
                    sink.accept(fact);
                }
            });
        }

        @Override
        public long lastNumber() {
            return sound.lastNumber();
        }
    }

    /** Takes whatever sequence comes, as a store does that has no unique index. */
    private record Lax(CountLog sound) implements CountLog {
        @Override
        public void append(CountRecord fact) {
            sound.append(new CountRecord(
                    fact.sheet(),
                    sound.lastSequence(fact.sheet()) + 1,
                    fact.key(),
                    fact.recordedAt(),
                    fact.actor(),
                    fact.fact()));
        }

        @Override
        public Optional<CountRecord> find(IdempotencyKey key) {
            return sound.find(key);
        }

        @Override
        public void forEach(String sheet, long afterSequence, Consumer<? super CountRecord> sink) {
            sound.forEach(sheet, afterSequence, sink);
        }

        @Override
        public long lastSequence(String sheet) {
            return sound.lastSequence(sheet);
        }
    }

    @Test
    void sound_logs_break_nothing() {
        CURRENT.set(MemoryGoodsHarness.sound());
        assertThat(Switched.broken(Races.class)).isEmpty();
        assertThat(Switched.broken(Counts.class)).isEmpty();
    }

    @Test
    void a_log_that_lags_behind_is_caught() {
        CURRENT.set(new MemoryGoodsHarness(Lagging::new, log -> log));
        assertThat(Switched.broken(Races.class)).contains("goods_1_1", "goods_2_1");
    }

    @Test
    void a_log_that_takes_any_sequence_is_caught() {
        CURRENT.set(new MemoryGoodsHarness(log -> log, Lax::new));
        assertThat(Switched.broken(Counts.class)).contains("counts_2_2", "counts_4_1");
    }
}
