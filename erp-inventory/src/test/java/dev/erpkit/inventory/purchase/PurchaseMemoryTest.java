package dev.erpkit.inventory.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.purchase.PurchaseFact.Requested;
import dev.erpkit.inventory.purchase.memory.MemoryPurchaseLog;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** How much of the log a command reads. */
class PurchaseMemoryTest {
    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final CountingLog log = new CountingLog(new MemoryPurchaseLog(unitOfWork));
    private final PurchaseService service = new PurchaseService(
            log,
            (event, actor) -> {
                throw new IllegalStateException("no books here");
            },
            Amounts.currency("EUR"),
            order -> 1,
            MatchPolicy.exact(),
            unitOfWork,
            AccessPolicy.allowAll(),
            () -> Instant.EPOCH);
    private int requests;

    private static final class CountingLog implements PurchaseLog {
        private final PurchaseLog log;
        private int read;

        CountingLog(PurchaseLog log) {
            this.log = log;
        }

        @Override
        public void append(PurchaseRecord entry) {
            log.append(entry);
        }

        @Override
        public Optional<PurchaseRecord> find(IdempotencyKey key) {
            return log.find(key);
        }

        @Override
        public void forEach(long afterSequence, Consumer<? super PurchaseRecord> sink) {
            log.forEach(afterSequence, entry -> {
                read++;
                sink.accept(entry);
            });
        }

        @Override
        public long lastSequence() {
            return log.lastSequence();
        }
    }

    private PurchaseRecord request() {
        String id = "REQ-" + requests++;
        return service.request(IdempotencyKey.of(id), wanted(id), Actor.of("clerk"))
                .orElseThrow();
    }

    private static Requested wanted(String id) {
        OrderLine bolts = new OrderLine(1, "bolt", Rational.of(10), Rational.of(100));
        return new Requested(id, LocalDate.of(2026, 3, 2), Lists.immutable.of(bolts));
    }

    private int open() {
        return service.state().openRequests().size();
    }

    @Test
    void each_record_is_read_once() {
        for (int i = 0; i < 10; i++) {
            request();
        }
        assertThat(open()).isEqualTo(10);
        assertThat(log.read).isEqualTo(10);
    }

    @Test
    void a_host_with_units_of_work_of_its_own_has_committed_records_taken_in() {
        for (int i = 0; i < 10; i++) {
            unitOfWork.execute(this::request);
            service.committed();
        }
        assertThat(unitOfWork.execute(this::open)).isEqualTo(10);
        assertThat(log.read).isEqualTo(10);
    }

    @Test
    void what_a_unit_of_work_takes_back_was_never_known() {
        request();
        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    request();
                    service.committed();
                    assertThat(open()).isEqualTo(2);
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(open()).isEqualTo(1);
        request();
        assertThat(service.state().openRequests().collect(Requested::request)).containsExactly("REQ-0", "REQ-2");
    }

    @Test
    void what_a_caller_does_with_a_state_is_its_own() {
        PurchaseRecord first = request();
        Purchases state = service.state();
        state.apply(new PurchaseRecord(2, first.key(), first.recordedAt(), first.actor(), wanted("REQ-X")));
        assertThat(state.openRequests()).hasSize(2);
        assertThat(open()).isEqualTo(1);
    }
}
