package dev.erpkit.testkit.contract;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.count.CountService;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.reservation.ClaimedStock;
import dev.erpkit.inventory.reservation.ReservationService;
import dev.erpkit.inventory.reservation.StockSources;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;

/** The services of goods over a harness: no place is short, claims bind, and the books take whatever they are told. */
final class KitGoods {
    static final Actor CLERK = Actor.of("clerk");
    static final Location SHELF = Location.of("shelf", "main");

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 31, 0, 0);
    private static final InstantSource CLOCK = InstantSource.fixed(NOW.toInstant(ZoneOffset.UTC));

    private final GoodsHarness harness;
    private final StockService stock;

    KitGoods(GoodsHarness harness) {
        this.harness = harness;
        this.stock = new StockService(
                harness.moves(),
                harness.posted(),
                (event, actor) -> Outcome.accepted(Lists.immutable.empty()),
                harness.unitOfWork(),
                AccessPolicy.allowAll(),
                CLOCK,
                new StockSetup(
                        id -> Optional.of(StockItem.of(id)),
                        ValuationPolicy.of(ValuationMethod.FIFO).negative(NegativeStock.FORBID),
                        Amounts.currency("EUR"),
                        () -> LocalDate.MIN,
                        ZoneOffset.UTC),
                new ClaimedStock(harness.stockReservations(), CLOCK));
    }

    StockService stock() {
        return stock;
    }

    ReservationService reservations() {
        return new ReservationService(
                harness.stockReservations(),
                item -> StockSources.of(StockLevels.of(stock.facts()), item, NOW),
                harness.unitOfWork(),
                AccessPolicy.allowAll(),
                CLOCK);
    }

    CountService counts() {
        return new CountService(
                harness.counts(), stock, harness.unitOfWork(), AccessPolicy.allowAll(), CLOCK, ZoneOffset.UTC);
    }

    /** By how much more is reserved at a place than lies there from now on; nothing where all is well. */
    Rational oversold(Place place) {
        return harness.unitOfWork().execute(() -> {
            Rational reserved = new ClaimedStock(harness.stockReservations(), CLOCK).at(place);
            Rational there = StockLevels.of(stock.facts()).lowest(NOW).getIfAbsentValue(place, Rational.ZERO);
            return reserved.compareTo(there) > 0 ? reserved.subtract(there) : Rational.ZERO;
        });
    }

    static IdempotencyKey key() {
        return IdempotencyKey.of(Fresh.key("goods"));
    }

    static Place place(String item) {
        return Place.of(SHELF, item);
    }

    static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 3, day, 12, 0);
    }

    /** So many come on a day at so many minor units each. */
    void receive(Place place, long quantity, long price, int day) {
        Cost each = new Cost.Each(Rational.of(price));
        stock.receive(key(), place, Rational.of(quantity), each, day(day), CLERK)
                .orElseThrow();
    }
}
