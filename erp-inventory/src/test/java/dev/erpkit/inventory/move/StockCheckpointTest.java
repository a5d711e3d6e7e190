package dev.erpkit.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.StockEvent;
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

    private int keys;
    /** How often the service asked what an item is; a walk through all facts asks for each of them. */
    private int asked;

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final CountingLog moves = new CountingLog(new MemoryMoveLog(unitOfWork));
    private final StockService service = new StockService(
            moves,
            new MemoryPostedLog(unitOfWork),
            (event, actor) -> Outcome.accepted(Lists.immutable.empty()),
            unitOfWork,
            AccessPolicy.allowAll(),
            InstantSource.fixed(Instant.parse("2027-01-01T00:00:00Z")),
            new StockSetup(
                    id -> {
                        asked++;
                        return Optional.of(StockItem.of(id));
                    },
                    ValuationPolicy.of(ValuationMethod.FIFO),
                    Amounts.currency("EUR"),
                    () -> LocalDate.MIN,
                    ZoneOffset.UTC));

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
        record(receipt("2", 10_00, at)).orElseThrow();
        return moves.read - before;
    }

    private Outcome<StockRecord> record(StockFact... facts) {
        return service.record(IdempotencyKey.of("k" + keys++), Lists.immutable.of(facts), Actor.of("clerk"));
    }

    private static Move receipt(String quantity, long minor, LocalDateTime at) {
        return Move.of("bolt", Rational.parse(quantity), VENDORS, SHELF, at).costing(new Cost.Total(minor));
    }

    private static Move issue(String quantity, LocalDateTime at) {
        return Move.of("bolt", Rational.parse(quantity), SHELF, Location.CUSTOMERS, at);
    }

    @Test
    void each_record_is_read_once_whatever_the_next_command_is() {
        for (int day = 0; day < 20; day++) {
            assertThat(readBy(START.plusDays(day))).isLessThanOrEqualTo(1);
        }
        assertThat(readBy(START)).isEqualTo(1);
        assertThat(readBy(START.plusDays(30))).isEqualTo(1);
        service.value(Long.MAX_VALUE);
        assertThat(moves.read).isEqualTo(22);
        assertThat(service.facts()).hasSize(22);
    }

    @Test
    void a_late_move_is_decided_without_the_others() {
        for (int day = 0; day < 200; day++) {
            readBy(START.plusDays(day));
        }
        asked = 0;
        readBy(START.plusDays(100));
        record(issue("3", START.plusDays(150))).orElseThrow();
        assertThat(asked).isLessThan(20);
        // what lacks goods then or leaves others without is decided by all
        record(issue("402", START.plusDays(199))).orElseThrow();
        assertThat(record(issue("1", START.plusDays(190))).isAccepted()).isTrue();
        assertThat(asked).isGreaterThan(20);
    }

    @Test
    void a_note_that_names_itself_and_is_cancelled_is_nothing() {
        Noted itself = new Noted(new StockEvent.Cancel(0, START, 1));
        assertThat(record(itself, itself).isAccepted()).isTrue();
        assertThat(readBy(START)).isEqualTo(1);
        assertThat(service.tell(Actor.of("clerk")).orElseThrow()).hasSize(2);
    }

    @Test
    void a_late_move_is_not_too_much_for_what_was_there_then() {
        for (int day = 0; day < 3; day++) {
            record(receipt("1", 1L << 58, START.plusDays(day))).orElseThrow();
        }
        record(issue("3", START.plusDays(5))).orElseThrow();
        record(receipt("1", 1, START.plusDays(6))).orElseThrow();
        assertThat(record(receipt("1", 1L << 58, START.plusDays(4)))
                        .refusal()
                        .map(r -> r.code().value()))
                .contains("stock.too-large");
    }

    @Test
    void inside_a_unit_of_work_of_the_host_what_it_did_before_is_read_again() {
        readBy(START);
        unitOfWork.execute(() -> {
            assertThat(readBy(START.plusDays(1))).isEqualTo(1);
            assertThat(readBy(START.plusDays(2))).isEqualTo(2);
            return readBy(START.plusDays(3));
        });
        assertThat(readBy(START.plusDays(4))).isEqualTo(4);
        assertThat(readBy(START.plusDays(5))).isEqualTo(1);
    }

    @Test
    void a_host_that_records_in_units_of_work_of_its_own_has_committed_facts_taken_in() {
        for (int day = 0; day < 10; day++) {
            LocalDateTime at = START.plusDays(day);
            unitOfWork.execute(() -> readBy(at));
            service.committed();
        }
        unitOfWork.execute(() -> {
            assertThat(service.facts()).hasSize(10);
            return assertThat(readBy(START.plusDays(10))).isZero();
        });
        assertThat(moves.read).isEqualTo(10);
    }

    @Test
    void what_a_unit_of_work_takes_back_was_never_known() {
        readBy(START);
        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    readBy(START.plusDays(1));
                    service.committed();
                    assertThat(service.facts()).hasSize(2);
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        service.committed();
        assertThat(service.facts()).hasSize(1);
        readBy(START.plusDays(2));
        assertThat(service.facts().collect(StockFact::at)).containsExactly(START, START.plusDays(2));
    }
}
