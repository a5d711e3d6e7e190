package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.purchase.MatchPolicy;
import dev.erpkit.inventory.purchase.OrderLine;
import dev.erpkit.inventory.purchase.PurchaseFact;
import dev.erpkit.inventory.purchase.PurchaseFact.Approved;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseFact.Closed;
import dev.erpkit.inventory.purchase.PurchaseFact.Ordered;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseFact.Rejected;
import dev.erpkit.inventory.purchase.PurchaseFact.Requested;
import dev.erpkit.inventory.purchase.PurchaseFact.Returned;
import dev.erpkit.inventory.purchase.PurchaseOrder;
import dev.erpkit.inventory.purchase.PurchaseRecord;
import dev.erpkit.inventory.purchase.PurchaseService;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every log of purchases must do: one record for each command in its order, each key once. */
public abstract class PurchaseLogContract extends PortContract<PurchaseHarness> {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Actor CLERK = Actor.of("購買係");

    /** For adapters. */
    protected PurchaseLogContract() {}

    private PurchaseLog log() {
        return harness().purchases();
    }

    private static PurchaseOrder order(String id, String currency, Optional<String> request) {
        PurchaseOrder.Builder order = PurchaseOrder.builder();
        order.id(id)
                .vendor(PartyId.of("仕入先 1"))
                .currency(Amounts.currency(currency))
                .day(DAY)
                .request(request);
        order.add(new OrderLine(2, "ボルト '\"", Rational.parse("100000000000000000000/3"), Rational.of(1, 7)));
        order.add(new OrderLine(1, "nut", Rational.ONE, Rational.ZERO));
        return order.build();
    }

    /** Every kind of fact, with and without what is optional. */
    private static ImmutableList<PurchaseFact> everything() {
        Rational rate = Rational.parse("4.3351");
        ImmutableList<BillLine> lines = Lists.immutable.of(
                new BillLine(2, Rational.of(-1, 3), Rational.of(Long.MAX_VALUE)),
                new BillLine(1, Rational.ONE, Rational.ZERO));
        return Lists.immutable.of(
                new Requested("依頼 1", DAY, Lists.immutable.of(new OrderLine(1, "x", Rational.ONE, Rational.ZERO))),
                new Requested("empty", DAY, Lists.immutable.empty()),
                new Ordered(order("発注 № 1", "KWD", Optional.of("依頼 1"))),
                new Ordered(order("o", "JPY", Optional.empty())),
                new Approved("発注 № 1", DAY),
                new Rejected("o", DAY.plusDays(1)),
                new Received("入荷 1", "発注 № 1", 2, Rational.of(1, 3), rate, DAY),
                new Returned("返品 1", "発注 № 1", "入荷 1", Rational.of(1, 9), DAY),
                new Billed("請求書 1", "発注 № 1", DAY, rate, lines),
                new Closed("発注 № 1", 2, DAY));
    }

    private PurchaseRecord append(PurchaseFact fact) {
        return inUnitOfWork(() -> {
            PurchaseRecord entry = record(log().lastSequence() + 1, Fresh.key("purchase"), fact);
            log().append(entry);
            return entry;
        });
    }

    private static PurchaseRecord record(long sequence, String key, PurchaseFact fact) {
        return new PurchaseRecord(sequence, IdempotencyKey.of(key), Fresh.instant(), CLERK, fact);
    }

    private ImmutableList<PurchaseRecord> after(long sequence) {
        MutableList<PurchaseRecord> found = Lists.mutable.empty();
        log().forEach(sequence, found::add);
        return found.toImmutable();
    }

    @Test
    void purchase_1_1_facts_of_every_kind_come_back_as_they_were_appended_and_in_their_order() {
        long before = log().lastSequence();
        ImmutableList<PurchaseRecord> entries = everything().collect(this::append);
        assertThat(after(before)).containsExactlyElementsOf(entries);
        entries.forEach(entry -> assertThat(log().find(entry.key())).contains(entry));
        assertThat(after(log().lastSequence() - 1)).containsExactly(entries.getLast());
        assertThat(after(log().lastSequence())).isEmpty();
        assertThat(log().find(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
    }

    @Test
    void purchase_2_1_a_taken_key_is_refused() {
        PurchaseRecord first = append(everything().getLast());
        PurchaseRecord twin =
                record(first.sequence() + 1, first.key().value(), everything().getFirst());
        assertThatThrownBy(() -> log().append(twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(log().find(first.key())).contains(first);
        assertThat(log().lastSequence()).isEqualTo(first.sequence());
    }

    @Test
    void purchase_2_2_only_the_next_sequence_is_taken() {
        PurchaseRecord last = append(everything().getFirst());
        for (long sequence : new long[] {last.sequence() - 1, last.sequence(), last.sequence() + 2}) {
            PurchaseRecord wrong = record(sequence, Fresh.key("purchase"), last.fact());
            assertThatThrownBy(() -> log().append(wrong)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(log().lastSequence()).isEqualTo(last.sequence());
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void purchase_3_1_a_failed_unit_of_work_leaves_no_record_and_no_gap() {
        PurchaseRecord kept = append(everything().getFirst());
        PurchaseRecord[] lost = new PurchaseRecord[1];
        rolledBack(() -> {
            lost[0] = record(
                    kept.sequence() + 1, Fresh.key("purchase"), everything().getLast());
            log().append(lost[0]);
        });
        assertThat(log().find(lost[0].key())).isEmpty();
        assertThat(append(everything().getFirst()).sequence()).isEqualTo(kept.sequence() + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void purchase_4_1_of_racers_for_one_sequence_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            long next = log().lastSequence() + 1;
            ImmutableList<AtOnce.Ended<PurchaseRecord>> ends = AtOnce.run(4, i -> {
                PurchaseRecord racer =
                        record(next, Fresh.key("racer"), everything().get(i));
                log().append(racer);
                return racer;
            });
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(after(next - 1))
                    .containsExactly(ends.detect(e -> !e.failed()).value());
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void purchase_4_2_what_was_ordered_comes_once_and_is_billed_once_whoever_records_it() {
        PurchaseService service = new PurchaseService(
                log(),
                (event, actor) -> Outcome.accepted(Lists.immutable.empty()),
                Amounts.currency("KWD"),
                any -> 0,
                MatchPolicy.exact(),
                harness().unitOfWork(),
                AccessPolicy.allowAll(),
                InstantSource.system());
        String id = Fresh.key("o");
        service.order(IdempotencyKey.of(Fresh.key("order")), order(id, "KWD", Optional.empty()), CLERK)
                .orElseThrow();
        Rational third = Rational.of(1, 3);
        ImmutableList<AtOnce.Ended<Integer>> ends = AtOnce.run(4, thread -> {
            for (int i = 0; i < 2; i++) {
                tried(() -> service.receive(
                        IdempotencyKey.of(Fresh.key("r")),
                        new Received(Fresh.key("r"), id, 1, third, Rational.ONE, DAY),
                        () -> Outcome.accepted(1),
                        CLERK));
                tried(() -> service.bill(
                        IdempotencyKey.of(Fresh.key("b")),
                        new Billed(
                                Fresh.key("b"),
                                id,
                                DAY,
                                Rational.ONE,
                                Lists.immutable.of(new BillLine(1, third, Rational.ZERO))),
                        CLERK));
            }
            return thread;
        });
        assertThat(AtOnce.failures(ends)).isEmpty();
        var line = service.state().order(id).orElseThrow().line(1).orElseThrow();
        assertThat(line.received()).isLessThanOrEqualTo(Rational.ONE);
        assertThat(line.billed()).isLessThanOrEqualTo(line.received());
    }

    /** Who was overtaken may try again; here nobody does. */
    private static void tried(Runnable command) {
        try {
            command.run();
        } catch (StaleVersionException overtaken) {
            return;
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void purchase_5_1_records_survive_a_restart() {
        PurchaseRecord entry = append(everything().get(2));
        assertThat(harness().reopened().purchases().find(entry.key())).contains(entry);
    }

    @Test
    @Requires(Capability.TENANTS)
    void purchase_6_1_tenants_never_see_each_other() {
        PurchaseLog other = harness().otherTenant().purchases();
        PurchaseRecord mine = append(everything().getFirst());
        assertThat(other.find(mine.key())).isEmpty();
        other.append(record(
                other.lastSequence() + 1, mine.key().value(), everything().getLast()));
        assertThat(log().find(mine.key())).contains(mine);
    }
}
