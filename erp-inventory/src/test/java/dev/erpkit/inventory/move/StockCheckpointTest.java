package dev.erpkit.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** How much of the log a command reads. */
class StockCheckpointTest {
    private static final Location VENDORS = Location.outside("vendors", LocationKind.SUPPLIER);
    private static final Location SHELF = Location.of("shelf", "main");
    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 9, 0);

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final CountingLog moves = new CountingLog(new MemoryMoveLog(unitOfWork));
    private final StockService service = new StockService(
            moves,
            new MemoryPostedLog(unitOfWork),
            (event, actor) -> {
                throw new IllegalStateException("no books here");
            },
            unitOfWork,
            AccessPolicy.allowAll(),
            InstantSource.fixed(Instant.parse("2027-01-01T00:00:00Z")),
            new StockSetup(
                    id -> Optional.of(StockItem.of(id)),
                    ValuationPolicy.of(ValuationMethod.FIFO),
                    Amounts.currency("EUR"),
                    () -> LocalDate.MIN,
                    ZoneOffset.UTC));
    private int keys;

    private static final class CountingLog implements MoveLog {
        private final MoveLog log;
        private int read;

        CountingLog(MoveLog log) {
            this.log = log;
        }

        @Override
        public void append(StockRecord fact) {
            log.append(fact);
        }

        @Override
        public Optional<StockRecord> find(IdempotencyKey key) {
            return log.find(key);
        }

        @Override
        public void forEach(long afterNumber, Consumer<? super StockRecord> sink) {
            log.forEach(afterNumber, fact -> {
                read++;
                sink.accept(fact);
            });
        }

        @Override
        public long lastNumber() {
            return log.lastNumber();
        }
    }

    private int readBy(LocalDateTime at) {
        int before = moves.read;
        Move move = Move.of("bolt", Rational.of(2), VENDORS, SHELF, at).costing(new Cost.Total(10_00));
        service.record(IdempotencyKey.of("k" + keys++), Lists.immutable.of(move), Actor.of("clerk"))
                .orElseThrow();
        return moves.read - before;
    }

    @Test
    void a_move_that_follows_all_others_reads_none_of_them_and_a_late_one_reads_all() {
        for (int day = 0; day < 20; day++) {
            assertThat(readBy(START.plusDays(day))).isLessThanOrEqualTo(1);
        }
        assertThat(readBy(START)).isGreaterThanOrEqualTo(20);
        assertThat(readBy(START.plusDays(30))).isLessThanOrEqualTo(1);
    }

    @Test
    void inside_a_unit_of_work_of_the_host_what_it_did_before_is_read_again() {
        readBy(START);
        unitOfWork.execute(() -> {
            assertThat(readBy(START.plusDays(1))).isZero();
            assertThat(readBy(START.plusDays(2))).isEqualTo(1);
            return readBy(START.plusDays(3));
        });
        assertThat(readBy(START.plusDays(4))).isEqualTo(3);
        assertThat(readBy(START.plusDays(5))).isEqualTo(1);
    }
}
