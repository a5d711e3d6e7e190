package dev.erpkit.testkit.generate;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.assembly.BillOfMaterials;
import dev.erpkit.inventory.assembly.Boms;
import dev.erpkit.inventory.assembly.Component;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.replenishment.ItemPlanning;
import dev.erpkit.inventory.replenishment.MultipleRounding;
import dev.erpkit.inventory.replenishment.Planned;
import dev.erpkit.inventory.replenishment.ReorderRule;
import dev.erpkit.inventory.replenishment.Trigger;
import dev.erpkit.inventory.reservation.PickSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Quantities, rules to reorder, bills of materials without a circle, plans, and goods that can be picked. */
public final class GoodsArbitraries {
    /** The first day of plans. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** The items of bills and plans; each is made of later ones only. */
    public static final ImmutableList<String> ITEMS = Lists.immutable.of("a", "b", "c", "d", "e");

    private GoodsArbitraries() {}

    /** Fractions above zero with small denominators. */
    public static Arbitrary<Rational> quantities() {
        return Combinators.combine(Arbitraries.longs().between(1, 500), Arbitraries.of(1L, 1L, 1L, 2L, 3L, 7L, 12L))
                .as(Rational::of);
    }

    private static Arbitrary<Optional<Rational>> maybe() {
        return quantities().optional(0.4);
    }

    /** Rules with every combination of what is optional. */
    public static Arbitrary<ReorderRule> reorderRules() {
        return Combinators.combine(
                        Arbitraries.longs().between(-20, 200),
                        Arbitraries.longs().between(0, 200),
                        Arbitraries.of(Trigger.class),
                        Arbitraries.of(MultipleRounding.class),
                        maybe(),
                        maybe(),
                        maybe())
                .as((min, more, trigger, rounding, multiple, least, fixed) -> {
                    ReorderRule.Builder rule = ReorderRule.builder();
                    rule.min(Rational.of(min)).max(Rational.of(min + more));
                    return rule.trigger(trigger)
                            .rounding(rounding)
                            .multiple(multiple.filter(m -> fixed.isEmpty()))
                            .leastOrder(least.filter(l -> fixed.isEmpty()))
                            .fixedQuantity(fixed)
                            .build();
                });
    }

    /** Components of later items than one. */
    private static Arbitrary<List<Component>> components(int item) {
        return Combinators.combine(
                        Arbitraries.of(ITEMS.drop(item + 1).castToList()),
                        quantities(),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of("0", "0", "0.1", "1/3"))
                .as((part, quantity, fixed, scrap) -> new Component(part, quantity, fixed, Rational.parse(scrap)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<Optional<BillOfMaterials>> bill(int item) {
        return Combinators.combine(components(item), quantities(), Arbitraries.of(true, false, false))
                .as((components, output, phantom) -> {
                    BillOfMaterials.Builder bill = BillOfMaterials.builder();
                    bill.item(ITEMS.get(item))
                            .components(Lists.immutable.ofAll(components))
                            .output(output)
                            .phantom(phantom);
                    return bill.build();
                })
                .optional(0.7);
    }

    /** Bills of materials of some of the items. */
    public static Arbitrary<Boms> boms() {
        return Combinators.combine(bill(0), bill(1), bill(2), bill(3))
                .as((a, b, c, d) -> Boms.of(Lists.immutable
                                .of(a, b, c, d)
                                .flatCollect(bill -> Lists.immutable.fromStream(bill.stream())))
                        .orElseThrow());
    }

    /** How all items are planned. */
    public static Arbitrary<ImmutableList<ItemPlanning>> plannings() {
        Arbitrary<Rational> orZero = Arbitraries.oneOf(Arbitraries.just(Rational.ZERO), quantities());
        return Combinators.combine(orZero, orZero, Arbitraries.integers().between(0, 20), orZero, orZero)
                .as((onHand, safety, lead, multiple, least) ->
                        new ItemPlanning("?", onHand, safety, lead, multiple, least))
                .list()
                .ofSize(ITEMS.size())
                .map(list -> Lists.immutable
                        .ofAll(list)
                        .collectWithIndex((plan, i) -> new ItemPlanning(
                                ITEMS.get(i),
                                plan.onHand(),
                                plan.safetyStock(),
                                plan.leadDays(),
                                plan.multiple(),
                                plan.leastOrder())));
    }

    /** Demand and supply from some days ago to some weeks ahead. */
    public static Arbitrary<ImmutableList<Planned>> planned() {
        return Combinators.combine(
                        Arbitraries.of(ITEMS.castToList()),
                        Arbitraries.integers().between(-5, 40),
                        quantities(),
                        Arbitraries.of(true, true, false))
                .as((item, day, quantity, out) ->
                        new Planned(item, TODAY.plusDays(day), out ? quantity.negate() : quantity))
                .list()
                .ofMaxSize(12)
                .map(Lists.immutable::ofAll);
    }

    /** Goods of item {@code a} at distinct places, some of them expired on the first day. */
    public static Arbitrary<ImmutableList<PickSource>> pickSources() {
        return Combinators.combine(
                        quantities(),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(-2, 5).optional(0.5),
                        Arbitraries.longs().between(0, 3))
                .as((quantity, age, expiry, distance) -> new PickSource(
                        new Place(Location.of("?", "main"), "a", "", ""),
                        quantity,
                        TODAY.minusDays(age).atStartOfDay(),
                        expiry.map(TODAY::plusDays),
                        distance))
                .list()
                .ofMaxSize(8)
                .map(list -> Lists.immutable
                        .ofAll(list)
                        .collectWithIndex((source, i) -> new PickSource(
                                new Place(Location.of("place-" + i, "main"), "a", "", ""),
                                source.quantity(),
                                source.arrived(),
                                source.expiry(),
                                source.distance())));
    }
}
