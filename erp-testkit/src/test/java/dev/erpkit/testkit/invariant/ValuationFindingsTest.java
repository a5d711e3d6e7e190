package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.reservation.PickPlan;
import dev.erpkit.inventory.reservation.PickSource;
import dev.erpkit.inventory.reservation.Picking;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.Layer;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import dev.erpkit.testkit.generate.GoodsHistories;
import dev.erpkit.testkit.generate.GoodsHistories.Flow;
import dev.erpkit.testkit.generate.StockArbitraries;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Each invariant of valuation finds what breaks it. */
class ValuationFindingsTest {
    private static final Goods A = Goods.of("A");

    /** 10 at 1.00 and 10 at 9.00, of which 5 go. */
    private static final ImmutableList<StockEvent> EVENTS = GoodsHistories.neverShort(
            A, List.of(new Flow(true, 10, 100), new Flow(true, 10, 900), new Flow(false, 5, 0)));

    private static ValuationLedger value(ImmutableList<StockEvent> events, ValuationMethod method) {
        return Valuation.of(events, StockArbitraries.ITEMS, ValuationPolicy.of(method), StockArbitraries.CURRENCY)
                .orElseThrow();
    }

    @Test
    void methods_that_are_taken_for_others_are_found() {
        ValuationLedger fifo = value(EVENTS, ValuationMethod.FIFO);
        ValuationLedger lifo = value(EVENTS, ValuationMethod.LIFO);
        assertThat(ValuationInvariants.issuesKeepTheAverage(EVENTS, fifo)).isNotEmpty();
        assertThat(ValuationInvariants.worthTheStandard(fifo, item -> Rational.of(500)))
                .isNotEmpty();
        assertThat(ValuationInvariants.sameState(fifo, lifo)).hasSize(2);
        assertThat(ValuationInvariants.noCostFalls(lifo, fifo)).isNotEmpty();
        ImmutableList<StockEvent> cheap = EVENTS.reject(event -> event.number() == 2);
        assertThat(ValuationInvariants.costsLieBetweenPrices(cheap, lifo)).isNotEmpty();
        ImmutableList<Layer> before =
                value(EVENTS.take(2), ValuationMethod.FIFO).layers(A);
        assertThat(ValuationInvariants.lastComesGoFirst(before, fifo.layers(A))).isNotEmpty();
    }

    @Test
    void what_is_lost_on_the_way_is_found() {
        ValuationLedger fifo = value(EVENTS, ValuationMethod.FIFO);
        assertThat(ValuationInvariants.changeIsDistributed(fifo, fifo, 1)).isNotEmpty();
        LocalDateTime day = GoodsHistories.START;
        Move more = Move.of("A", Rational.ONE, Location.VENDORS, Location.of("shelf", "main"), day)
                .numbered(9);
        assertThat(ValuationInvariants.quantitiesAreWhatMoved(Lists.immutable.of(more), fifo))
                .isNotEmpty();
        ImmutableList<StockEvent> other =
                Lists.immutable.of(new StockEvent.Transfer(3, day, A, A.in("south"), Rational.ONE));
        assertThat(ValuationInvariants.transfersConserve(other, fifo)).isNotEmpty();
        ImmutableList<StockEvent> nothing = EVENTS.take(1);
        assertThat(StockInvariants.categoriesAreTheStock(nothing, fifo, item -> "all"))
                .isNotEmpty();
    }

    @Test
    void picks_in_another_order_are_found() {
        LocalDate day = LocalDate.of(2024, 1, 1);
        Location shelf = Location.of("shelf", "main");
        ImmutableList<PickSource> sources = Lists.immutable.of(
                PickSource.of(Place.of(shelf, "a"), Rational.ONE, day.atStartOfDay()),
                PickSource.of(
                        Place.of(shelf, "a").ofLot("new"),
                        Rational.ONE,
                        day.plusDays(1).atStartOfDay()));
        PickPlan plan = Picking.plan(Rational.ONE, sources, PickingStrategy.LIFO, day);
        assertThat(ClaimInvariants.picksFollowTheStrategy(sources, PickingStrategy.FIFO, day, plan))
                .isNotEmpty();
        assertThat(ClaimInvariants.picksFollowTheStrategy(sources, PickingStrategy.LIFO, day, plan))
                .isEmpty();
    }
}
