package dev.erpkit.testkit.contract;

import static dev.erpkit.testkit.contract.KitGoods.CLERK;
import static dev.erpkit.testkit.contract.KitGoods.day;
import static dev.erpkit.testkit.contract.KitGoods.key;
import static dev.erpkit.testkit.contract.KitGoods.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.count.BlankPolicy;
import dev.erpkit.inventory.count.CountService;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockEvents;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.reservation.Claim;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.reservation.ReservationService;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.testkit.invariant.StockInvariants;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * What holds when several people move, claim and count the same goods at once, on real threads: whatever they interleave, goods
 * leave once, claims bind, and the books are told what is true. Give this contract a tenant of its own, whose facts its services
 * have written alone.
 */
public abstract class StockRaceContract extends PortContract<GoodsHarness> {
    private static final int PEOPLE = 4;
    private static final int ROUNDS = 3;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    /** For adapters. */
    protected StockRaceContract() {}

    private KitGoods goods() {
        return new KitGoods(harness());
    }

    private static <T> ImmutableList<T> race(IntFunction<T> work) {
        ImmutableList<AtOnce.Ended<T>> ends = AtOnce.run(PEOPLE, work);
        assertThat(AtOnce.failures(ends).castToList()).isEmpty();
        return ends.collect(end -> Objects.requireNonNull(end.value()));
    }

    private static Claim claim(String demand, Place place, long quantity) {
        return Claim.of(demand, place.item(), Rational.of(quantity), PickingStrategy.FIFO);
    }

    private static Rational at(KitGoods goods, Place place) {
        return goods.stock().levels(LocalDateTime.MAX, Long.MAX_VALUE).at(place);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void goods_1_1_the_last_piece_leaves_once() {
        KitGoods goods = goods();
        for (int round = 0; round < ROUNDS; round++) {
            Place place = place(Fresh.key("last"));
            goods.receive(place, 1, 500, 1);
            ImmutableList<Outcome<StockRecord>> ends =
                    race(i -> goods.stock().issue(key(), place, Rational.ONE, day(2 + i), CLERK));
            assertThat(ends.count(Outcome::isAccepted)).isEqualTo(1);
            ends.reject(Outcome::isAccepted)
                    .forEach(end ->
                            assertThat(end.refusal().orElseThrow().code()).hasToString("stock.insufficient"));
            assertThat(at(goods, place)).isEqualTo(Rational.ZERO);
        }
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void goods_1_2_a_command_sent_by_several_takes_effect_once() {
        KitGoods goods = goods();
        Place place = place(Fresh.key("once"));
        goods.receive(place, 10, 500, 1);
        IdempotencyKey key = key();
        ImmutableList<Outcome<StockRecord>> ends =
                race(i -> goods.stock().issue(key, place, Rational.ONE, day(2), CLERK));
        assertThat(ends.collect(Outcome::orElseThrow).distinct()).hasSize(1);
        assertThat(at(goods, place)).isEqualTo(Rational.of(9));
    }

    /** One reserves the last piece, another issues it: whoever comes first has it, and never both. */
    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void goods_2_1_the_last_piece_is_promised_or_gone() {
        KitGoods goods = goods();
        ReservationService reservations = goods.reservations();
        for (int round = 0; round < ROUNDS; round++) {
            Place place = place(Fresh.key("promised"));
            goods.receive(place, 1, 500, 1);
            ImmutableList<Boolean> ends = race(i -> i % 2 == 0
                    ? reservations
                            .reserve(key(), claim("d" + i, place, 1), TODAY, CLERK)
                            .isAccepted()
                    : goods.stock()
                            .issue(key(), place, Rational.ONE, day(2), CLERK)
                            .isAccepted());
            assertThat(ends.count(Boolean::booleanValue)).isEqualTo(1);
            assertThat(goods.oversold(place)).isEqualTo(Rational.ZERO);
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void goods_2_2_claims_bind_whatever_moves_and_whoever_asks() {
        KitGoods goods = goods();
        ReservationService reservations = goods.reservations();
        Place place = place(Fresh.key("claimed"));
        goods.receive(place, 12, 500, 1);
        ImmutableList<Rational> worst = race(thread -> {
            Rational most = Rational.ZERO;
            for (int i = 0; i < 4; i++) {
                String demand = "d" + thread + "-" + i;
                boolean mine = reservations
                        .reserve(
                                key(),
                                claim(demand, place, 1 + (thread + i) % 3).orLess(),
                                TODAY,
                                CLERK)
                        .isAccepted();
                goods.stock().issue(key(), place, Rational.ONE, day(2 + i), CLERK);
                if (mine && i % 2 == 0) {
                    take(goods, reservations, demand, place);
                } else if (mine) {
                    reservations.release(key(), demand, place, Rational.ONE, CLERK);
                }
                Rational oversold = goods.oversold(place);
                most = oversold.compareTo(most) > 0 ? oversold : most;
            }
            return most;
        });
        assertThat(worst).allMatch(Rational::isZero);
        assertThat(at(goods, place).signum()).isNotNegative();
    }

    private static void take(KitGoods goods, ReservationService reservations, String demand, Place place) {
        reservations.issue(
                key(),
                Optional.of(demand),
                place,
                Rational.ONE,
                () -> goods.stock().issue(key(), place, Rational.ONE, day(9), CLERK),
                CLERK);
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void goods_3_1_late_receipts_race_issues_and_the_books_follow() {
        KitGoods goods = goods();
        Place place = place(Fresh.key("late"));
        goods.receive(place, 12, 700, 5);
        race(thread -> {
            for (int i = 0; i < 3; i++) {
                if (thread == 0) {
                    goods.receive(place, 2, 300 + i, 4 - i);
                } else {
                    goods.stock()
                            .issue(key(), place, Rational.ONE, day(10 + i), CLERK)
                            .orElseThrow();
                }
                goods.stock().tell(CLERK).orElseThrow();
            }
            return thread;
        });
        assertThat(at(goods, place)).isEqualTo(Rational.of(9));
        assertThat(goods.stock().tell(CLERK).orElseThrow()).as("all was told").isEmpty();
        ValuationLedger ledger = goods.stock().value(Long.MAX_VALUE);
        assertThat(ledger.value(place.item())).as("first in, first out").isEqualTo(9 * 700);
        requireTrue(goods, ledger);
    }

    private void requireTrue(KitGoods goods, ValuationLedger ledger) {
        StockEvents events = StockEvents.of(goods.stock().facts());
        MutableList<StockDelta> told = Lists.mutable.empty();
        harness().posted().forEach(0, each -> told.addAllIterable(each.deltas()));
        assertThat(StockInvariants.nothingIsLost(ledger)).isEmpty();
        assertThat(StockInvariants.booksAreTheStock(events.events(), ledger)).isEmpty();
        assertThat(StockInvariants.toldIsTrue(
                        StockPostings.perpetual(events.events(), ledger, events.against()),
                        told.toImmutable(),
                        LocalDate.MIN))
                .isEmpty();
        assertThat(told.select(delta -> delta.role() == StockRole.STOCK).sumOfLong(StockDelta::minor))
                .as("stock account")
                .isEqualTo(ledger.value());
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void goods_4_1_a_sheet_is_counted_and_finished_once() {
        KitGoods goods = goods();
        CountService counts = goods.counts();
        Place place = place(Fresh.key("counted"));
        String sheet = Fresh.key("sheet");
        goods.receive(place, 10, 500, 1);
        counts.open(key(), sheet, day(20), Lists.immutable.of(place), CLERK).orElseThrow();
        ImmutableList<Boolean> entered =
                race(i -> counts.enter(key(), sheet, place, Rational.of(6 + i), Optional.empty(), CLERK)
                        .isAccepted());
        assertThat(entered.count(Boolean::booleanValue)).isEqualTo(1);
        long before = harness().moves().lastNumber();
        ImmutableList<Boolean> finished =
                race(i -> counts.finish(key(), sheet, BlankPolicy.KEEP, CLERK).isAccepted());
        assertThat(finished.count(Boolean::booleanValue)).isEqualTo(1);
        assertThat(harness().moves().lastNumber()).isEqualTo(before + 1);
        assertThat(at(goods, place)).isEqualTo(Rational.of(6 + entered.detectIndex(Boolean::booleanValue)));
    }
}
