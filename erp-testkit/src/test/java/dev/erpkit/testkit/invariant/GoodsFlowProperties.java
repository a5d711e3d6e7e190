package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.inventory.assembly.Boms;
import dev.erpkit.inventory.assembly.Component;
import dev.erpkit.inventory.assembly.Kit;
import dev.erpkit.inventory.assembly.ScrapRule;
import dev.erpkit.inventory.count.BlankPolicy;
import dev.erpkit.inventory.count.CountLine;
import dev.erpkit.inventory.count.CountSheet;
import dev.erpkit.inventory.item.Portions;
import dev.erpkit.inventory.item.Units;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.replenishment.Forecast;
import dev.erpkit.inventory.replenishment.ItemPlanning;
import dev.erpkit.inventory.replenishment.Planned;
import dev.erpkit.inventory.replenishment.ReorderRule;
import dev.erpkit.inventory.reservation.PickPlan;
import dev.erpkit.inventory.reservation.PickSource;
import dev.erpkit.inventory.reservation.Picking;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.valuation.ItemTerms;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import dev.erpkit.testkit.generate.GoodsArbitraries;
import dev.erpkit.testkit.generate.StockArbitraries;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 30, 33, 37, 39, 41, 44, 48 and 49 of goods, on generated data. */
class GoodsFlowProperties {
    private static final List<List<String>> UNITS = List.of(
            List.of("g", "kg", "t", "lb", "oz", "carat", "mg"),
            List.of("unit", "dozen", "gross", "pair"),
            List.of("m", "in", "ft", "mi", "mm"),
            List.of("l", "gal", "ml", "m3"));

    @Provide
    Arbitrary<Rational> quantities() {
        return GoodsArbitraries.quantities();
    }

    @Provide
    Arbitrary<List<String>> twoUnits() {
        return Arbitraries.of(UNITS)
                .flatMap(units -> Arbitraries.of(units).list().ofSize(2));
    }

    @Property(tries = 300)
    void conversions_are_exact(
            @ForAll("twoUnits") List<String> codes,
            @ForAll("quantities") Rational number,
            @ForAll("quantities") Rational price) {
        Units units = Units.common();
        UnitOfMeasure from = units.unit(codes.get(0)).orElseThrow();
        UnitOfMeasure to = units.unit(codes.get(1)).orElseThrow();
        assertThat(QuantityInvariants.conversionIsExact(units, new Quantity(number, from), to, price))
                .isEmpty();
    }

    @Property(tries = 300)
    void portions_are_the_whole_and_differ_by_less_than_two_steps(
            @ForAll("quantities") Rational whole,
            @ForAll @IntRange(min = 1, max = 9) int parts,
            @ForAll @IntRange(min = 1, max = 300) int hundredths) {
        BigDecimal step = BigDecimal.valueOf(hundredths, 2);
        ImmutableList<Rational> weights = Lists.immutable.fromStream(
                java.util.stream.Stream.generate(() -> Rational.ONE).limit(parts));
        ImmutableList<Rational> split = Portions.split(whole, weights, step);
        assertThat(QuantityInvariants.partsAreTheWhole(whole, split, Rational.of(step)))
                .isEmpty();
        assertThat(split.max().subtract(split.min()))
                .isLessThan(Rational.of(step).add(Rational.of(step)));
    }

    @Property(tries = 300)
    void a_forecast_is_spread_evenly(
            @ForAll("quantities") Rational quantity, @ForAll @IntRange(min = 1, max = 40) int days) {
        ImmutableList<Rational> parts = Forecast.spread(quantity, days, Rational.ONE);
        assertThat(QuantityInvariants.partsAreTheWhole(quantity, parts, Rational.ONE))
                .isEmpty();
        assertThat(parts.max().subtract(parts.min())).isLessThan(Rational.of(2));
    }

    @Provide
    Arbitrary<ReorderRule> rules() {
        return GoodsArbitraries.reorderRules();
    }

    @Property(tries = 500)
    void what_is_proposed_is_enough_and_proposed_once(
            @ForAll("rules") ReorderRule rule, @ForAll @IntRange(min = -2000, max = 3000) int tenths) {
        assertThat(PlanningInvariants.enoughAndOnce(rule, Rational.of(tenths, 10)))
                .isEmpty();
    }

    @Provide
    Arbitrary<Boms> boms() {
        return GoodsArbitraries.boms();
    }

    @Provide
    Arbitrary<ImmutableList<ItemPlanning>> plannings() {
        return GoodsArbitraries.plannings();
    }

    @Provide
    Arbitrary<ImmutableList<Planned>> planned() {
        return GoodsArbitraries.planned();
    }

    @Property(tries = 150)
    void requirements_are_met_and_proposed_once(
            @ForAll("boms") Boms boms,
            @ForAll ScrapRule scrap,
            @ForAll("plannings") ImmutableList<ItemPlanning> items,
            @ForAll("planned") ImmutableList<Planned> planned) {
        assertThat(PlanningInvariants.requirementsAreMet(boms, scrap, GoodsArbitraries.TODAY, items, planned))
                .isEmpty();
    }

    @Provide
    Arbitrary<ImmutableList<PickSource>> sources() {
        return GoodsArbitraries.pickSources();
    }

    @Property(tries = 300)
    void picks_are_maximal(
            @ForAll("sources") ImmutableList<PickSource> sources,
            @ForAll("quantities") Rational need,
            @ForAll PickingStrategy strategy) {
        PickPlan plan = Picking.plan(need, sources, strategy, GoodsArbitraries.TODAY);
        assertThat(ClaimInvariants.picksAreMaximal(need, sources, strategy, GoodsArbitraries.TODAY, plan))
                .isEmpty();
        assertThat(ClaimInvariants.picksFollowTheStrategy(sources, strategy, GoodsArbitraries.TODAY, plan))
                .isEmpty();
    }

    @Provide
    Arbitrary<Map<String, Rational>> stocks() {
        Arbitrary<Rational> orZero = Arbitraries.oneOf(Arbitraries.just(Rational.ZERO), quantities());
        return Combinators.combine(orZero, orZero, orZero)
                .as((x, y, z) -> new TreeMap<>(Map.of("x", x, "y", y, "z", z)));
    }

    @Property(tries = 300)
    void kits_are_as_many_as_the_scarcest_component_allows_and_back_orders_complete_them(
            @ForAll("stocks") Map<String, Rational> stock,
            @ForAll("quantities") Rational x,
            @ForAll("quantities") Rational y,
            @ForAll boolean once,
            @ForAll @IntRange(min = 1, max = 20) int order) {
        Kit kit = Kit.of(
                "kit",
                Lists.immutable.of(
                        new Component("x", x, false, Rational.ZERO), new Component("y", y, once, Rational.ZERO)));
        assertThat(PlanningInvariants.kitsFloor(kit, stock)).isEmpty();
        assertThat(PlanningInvariants.backOrdersComplete(kit, Rational.of(order), stock))
                .isEmpty();
    }

    /** One thing that is recorded: a move into a place, or a count of it. */
    record Recorded(boolean count, int hour, long quantity) {}

    @Provide
    Arbitrary<List<Recorded>> records() {
        return Combinators.combine(
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.longs().between(0, 50))
                .as(Recorded::new)
                .list()
                .ofMaxSize(15);
    }

    @Property(tries = 300)
    void counts_hold_whatever_is_recorded_later_for_earlier(@ForAll("records") List<Recorded> records) {
        LocalDateTime start = LocalDateTime.of(2026, 3, 2, 0, 0);
        Location vendors = Location.outside("vendors", LocationKind.SUPPLIER);
        Place shelf = new Place(Location.of("shelf", "main"), "a", "", "");
        MutableList<StockFact> facts = Lists.mutable.empty();
        for (Recorded each : records) {
            LocalDateTime at = start.plusHours(each.hour());
            Rational quantity = Rational.of(each.quantity());
            if (each.count()) {
                CountSheet.of(CountLine.counted(shelf, quantity))
                        .facts(at, BlankPolicy.KEEP, start.plusDays(9))
                        .orElseThrow()
                        .forEach(fact -> facts.add(fact.numbered(facts.size() + 1L)));
            } else if (each.quantity() > 0) {
                facts.add(Move.of("a", quantity, vendors, shelf.location(), at).numbered(facts.size() + 1L));
            }
        }
        assertThat(QuantityInvariants.countsHold(facts.toImmutable())).isEmpty();
        CountSheet again = CountSheet.of(CountLine.blank(shelf));
        assertThat(again.differences(facts, start.plusDays(1), BlankPolicy.KEEP).castToSortedMap())
                .isEmpty();
    }

    @Provide
    Arbitrary<List<StockArbitraries.Step>> steps() {
        return StockArbitraries.steps(20);
    }

    @Property(tries = 150)
    void where_it_is_forbidden_nothing_falls_below_nothing_and_productions_conserve(
            @ForAll("steps") List<StockArbitraries.Step> steps) {
        ValuationPolicy policy = ValuationPolicy.of(ValuationMethod.FIFO).negative(NegativeStock.FORBID);
        ImmutableList<StockEvent> events = StockArbitraries.accepted(policy, steps);
        ImmutableList<ItemTerms> items = StockArbitraries.ITEMS;
        ValuationLedger ledger =
                Valuation.of(events, items, policy, StockArbitraries.CURRENCY).orElseThrow();
        assertThat(QuantityInvariants.neverBelowNothing(ledger)).isEmpty();
        assertThat(QuantityInvariants.productionsConserve(events, ledger)).isEmpty();
    }
}
