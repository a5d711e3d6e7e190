package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.reservation.Claim;
import dev.erpkit.inventory.reservation.PickSource;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.reservation.ReservationFact;
import dev.erpkit.inventory.reservation.ReservationFact.Issued;
import dev.erpkit.inventory.reservation.ReservationFact.Released;
import dev.erpkit.inventory.reservation.ReservationFact.Reserved;
import dev.erpkit.inventory.reservation.ReservationFact.Transferred;
import dev.erpkit.inventory.reservation.ReservationRecord;
import dev.erpkit.inventory.reservation.ReservationService;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import dev.erpkit.testkit.invariant.ClaimInvariants;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every log of claims on goods must do: one record for each command in the order of its item, each key once. */
public abstract class StockReservationLogContract extends PortContract<StockReservationHarness> {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Actor CLERK = Actor.of("引当係");

    /** For adapters. */
    protected StockReservationLogContract() {}

    private ReservationLog log() {
        return harness().stockReservations();
    }

    private static Place place(String item) {
        return new Place(Location.of("棚 1", "main"), item, "", "");
    }

    /** Every kind of fact, with and without what is optional, in quantities of every size. */
    private static ImmutableList<ReservationFact> everything(String item) {
        Place full = new Place(Location.outside("運送中 '\"", LocationKind.TRANSIT), item, "ロット № 1", "預り主");
        Rational huge = Rational.parse("123456789012345678901234567890/7");
        return Lists.immutable.of(
                new Reserved("受注 1", place(item), Rational.of(1, 3), Optional.of(Fresh.instant())),
                new Reserved("order", full, huge, Optional.empty()),
                new Transferred("order", "受注 2", full, Rational.of(2)),
                new Released("受注 2", full, Rational.ONE),
                new Issued(Optional.of("受注 2"), full, Rational.ONE),
                new Issued(Optional.empty(), place(item), Rational.of(Long.MAX_VALUE)));
    }

    private static ReservationRecord record(
            String item, long sequence, String key, ImmutableList<ReservationFact> facts) {
        return new ReservationRecord(
                item, sequence, IdempotencyKey.of(key), Fresh.instant(), CLERK, "reserve\n№ " + key, facts);
    }

    private ReservationRecord append(String item) {
        return inUnitOfWork(() -> {
            ReservationRecord fact = record(item, log().lastSequence(item) + 1, Fresh.key("claim"), everything(item));
            log().append(fact);
            return fact;
        });
    }

    private ImmutableList<ReservationRecord> after(String item, long sequence) {
        MutableList<ReservationRecord> found = Lists.mutable.empty();
        log().forEach(item, sequence, found::add);
        return found.toImmutable();
    }

    @Test
    void claims_1_1_a_record_comes_back_as_it_was_appended() {
        String item = Fresh.key("item");
        ReservationRecord full = append(item);
        ReservationRecord empty = inUnitOfWork(() -> {
            ReservationRecord fact = record(item, 2, Fresh.key("claim"), Lists.immutable.empty());
            log().append(fact);
            return fact;
        });
        assertThat(log().find(full.key())).contains(full);
        assertThat(log().find(empty.key())).contains(empty);
        assertThat(log().find(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
        assertThat(log().lastSequence(item)).isEqualTo(2);
    }

    @Test
    void claims_1_2_records_of_an_item_come_in_their_order_and_those_of_others_do_not() {
        String item = Fresh.key("item");
        String other = Fresh.key("item");
        ReservationRecord one = append(item);
        ReservationRecord theirs = append(other);
        ReservationRecord two = append(item);
        assertThat(after(item, 0)).containsExactly(one, two);
        assertThat(after(item, 1)).containsExactly(two);
        assertThat(after(item, 2)).isEmpty();
        assertThat(after(other, 0)).containsExactly(theirs);
        assertThat(log().lastSequence(Fresh.key("item"))).isZero();
    }

    @Test
    void claims_2_1_a_key_is_taken_once_whatever_the_item() {
        ReservationRecord first = append(Fresh.key("item"));
        String other = Fresh.key("item");
        ReservationRecord twin = record(other, 1, first.key().value(), Lists.immutable.empty());
        assertThatThrownBy(() -> log().append(twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(log().find(first.key())).contains(first);
        assertThat(log().lastSequence(other)).isZero();
    }

    @Test
    void claims_2_2_only_the_next_sequence_of_the_item_is_taken() {
        String item = Fresh.key("item");
        append(item);
        append(item);
        for (long sequence : new long[] {1, 2, 4}) {
            ReservationRecord wrong = record(item, sequence, Fresh.key("claim"), everything(item));
            assertThatThrownBy(() -> log().append(wrong)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(after(item, 0)).hasSize(2);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void claims_3_1_a_failed_unit_of_work_leaves_no_record_and_no_gap() {
        String item = Fresh.key("item");
        append(item);
        ReservationRecord[] lost = new ReservationRecord[1];
        rolledBack(() -> {
            lost[0] = record(item, 2, Fresh.key("claim"), everything(item));
            log().append(lost[0]);
        });
        assertThat(log().find(lost[0].key())).isEmpty();
        assertThat(after(item, 1)).isEmpty();
        assertThat(append(item).sequence()).isEqualTo(2);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void claims_4_1_of_racers_for_one_sequence_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            String item = Fresh.key("item");
            ImmutableList<AtOnce.Ended<ReservationRecord>> ends = AtOnce.run(4, i -> {
                ReservationRecord racer = record(item, 1, Fresh.key("racer"), everything(item));
                log().append(racer);
                return racer;
            });
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(after(item, 0))
                    .containsExactly(ends.detect(e -> !e.failed()).value());
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void claims_4_2_goods_are_never_promised_or_issued_twice_whoever_asks_at_once() {
        String item = Fresh.key("item");
        Rational stock = Rational.of(20);
        ReservationService service = service(item, stock);
        ImmutableList<AtOnce.Ended<Integer>> ends = AtOnce.run(4, thread -> {
            for (int i = 0; i < 8; i++) {
                String demand = "d" + thread + "-" + i;
                Claim claim = Claim.of(demand, item, Rational.of(1 + (thread + i) % 3), PickingStrategy.FIFO);
                boolean mine = service.reserve(IdempotencyKey.of(Fresh.key("c")), claim.orLess(), DAY, CLERK)
                        .isAccepted();
                Optional<String> of = i % 2 == 0 ? Optional.of(demand) : Optional.empty();
                service.issue(
                        IdempotencyKey.of(Fresh.key("i")),
                        of,
                        place(item),
                        Rational.ONE,
                        () -> Outcome.accepted(1),
                        CLERK);
                if (mine && i % 3 == 0) {
                    service.release(IdempotencyKey.of(Fresh.key("r")), demand, place(item), Rational.ONE, CLERK);
                }
            }
            return thread;
        });
        assertThat(AtOnce.failures(ends)).isEmpty();
        assertThat(ClaimInvariants.neverOversold(after(item, 0), Map.of(place(item), stock)))
                .isEmpty();
        assertThat(after(item, 0).collect(ReservationRecord::sequence).castToList())
                .isEqualTo(org.eclipse.collections.impl.list.primitive.LongInterval.oneTo(log().lastSequence(item))
                        .collect(n -> n)
                        .toList());
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void claims_4_3_the_last_piece_goes_to_exactly_one_and_the_same_key_takes_effect_once() {
        for (int round = 0; round < 5; round++) {
            String item = Fresh.key("item");
            ReservationService service = service(item, Rational.ONE);
            ImmutableList<AtOnce.Ended<Outcome<ReservationRecord>>> ends = AtOnce.run(
                    4,
                    thread -> service.reserve(
                            IdempotencyKey.of(Fresh.key("last")),
                            Claim.of("d" + thread, item, Rational.ONE, PickingStrategy.FIFO),
                            DAY,
                            CLERK));
            assertThat(AtOnce.failures(ends)).isEmpty();
            assertThat(ends.count(e -> e.value() != null && e.value().isAccepted()))
                    .isEqualTo(1);

            String again = Fresh.key("item");
            ReservationService plenty = service(again, Rational.of(100));
            IdempotencyKey key = IdempotencyKey.of(Fresh.key("once"));
            ImmutableList<AtOnce.Ended<Outcome<ReservationRecord>>> same = AtOnce.run(
                    4,
                    thread ->
                            plenty.reserve(key, Claim.of("d", again, Rational.ONE, PickingStrategy.FIFO), DAY, CLERK));
            assertThat(AtOnce.failures(same)).isEmpty();
            assertThat(same.allSatisfy(e -> e.value() != null && e.value().isAccepted()))
                    .isTrue();
            assertThat(log().lastSequence(again)).isEqualTo(1);
        }
    }

    /** What there is is what there was less what was issued, which the log itself tells. */
    private ReservationService service(String item, Rational stock) {
        return new ReservationService(
                log(),
                of -> {
                    Rational left = after(item, 0)
                            .flatCollect(ReservationRecord::facts)
                            .selectInstancesOf(Issued.class)
                            .injectInto(stock, (rest, issued) -> rest.subtract(issued.quantity()));
                    return Lists.immutable.of(PickSource.of(place(item), left, DAY.atStartOfDay()));
                },
                harness().unitOfWork(),
                AccessPolicy.allowAll(),
                InstantSource.system());
    }

    @Test
    @Requires(Capability.DURABLE)
    void claims_5_1_records_survive_a_restart() {
        ReservationRecord fact = append(Fresh.key("item"));
        assertThat(harness().reopened().stockReservations().find(fact.key())).contains(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void claims_6_1_tenants_never_see_each_other() {
        ReservationLog other = harness().otherTenant().stockReservations();
        ReservationRecord mine = append(Fresh.key("item"));
        assertThat(other.find(mine.key())).isEmpty();
        assertThat(other.lastSequence(mine.item())).isZero();
        other.append(record(mine.item(), 1, mine.key().value(), Lists.immutable.empty()));
        assertThat(log().find(mine.key())).contains(mine);
    }
}
