package dev.erpkit.company.goods;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.StockTold;
import dev.erpkit.inventory.posting.port.PostedLog;
import dev.erpkit.inventory.purchase.PurchaseRecord;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import java.util.Optional;
import java.util.function.Consumer;

/** Logs that remember what was read of them. */
final class RememberedLogs {
    private RememberedLogs() {}

    static GoodsStores of(GoodsStores stores) {
        return new GoodsStores(
                new Moves(stores.moves()),
                new Posted(stores.posted()),
                stores.claims(),
                new Purchases(stores.purchases()));
    }

    private static final class Moves implements MoveLog {
        private final MoveLog log;
        private final Remembered<StockRecord> read;

        Moves(MoveLog log) {
            this.log = log;
            this.read = new Remembered<>(log::lastNumber, log::forEach, StockRecord::last);
        }

        @Override
        public void append(StockRecord fact) {
            log.append(fact);
            read.appended(fact);
        }

        @Override
        public Optional<StockRecord> find(IdempotencyKey key) {
            return log.find(key);
        }

        @Override
        public void forEach(long afterNumber, Consumer<? super StockRecord> sink) {
            read.forEach(afterNumber, sink);
        }

        @Override
        public long lastNumber() {
            return log.lastNumber();
        }
    }

    private static final class Posted implements PostedLog {
        private final PostedLog log;
        private final Remembered<StockTold> read;

        Posted(PostedLog log) {
            this.log = log;
            this.read = new Remembered<>(log::lastSequence, log::forEach, StockTold::sequence);
        }

        @Override
        public void append(StockTold told) {
            log.append(told);
            read.appended(told);
        }

        @Override
        public void forEach(long afterSequence, Consumer<? super StockTold> sink) {
            read.forEach(afterSequence, sink);
        }

        @Override
        public long lastSequence() {
            return log.lastSequence();
        }
    }

    private static final class Purchases implements PurchaseLog {
        private final PurchaseLog log;
        private final Remembered<PurchaseRecord> read;

        Purchases(PurchaseLog log) {
            this.log = log;
            this.read = new Remembered<>(log::lastSequence, log::forEach, PurchaseRecord::sequence);
        }

        @Override
        public void append(PurchaseRecord entry) {
            log.append(entry);
            read.appended(entry);
        }

        @Override
        public Optional<PurchaseRecord> find(IdempotencyKey key) {
            return log.find(key);
        }

        @Override
        public void forEach(long afterSequence, Consumer<? super PurchaseRecord> sink) {
            read.forEach(afterSequence, sink);
        }

        @Override
        public long lastSequence() {
            return log.lastSequence();
        }
    }
}
