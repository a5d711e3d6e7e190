package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.assembly.Component;
import dev.erpkit.inventory.assembly.Kit;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Cases of kits: what they cost, how many can be had, what moves, what is delivered. */
final class KitReader {
    private final MutableList<Component> components = Lists.mutable.empty();
    private final SortedMap<String, Rational> costs = new TreeMap<>();
    private final SortedMap<String, Rational> stock = new TreeMap<>();
    private final SortedMap<String, Rational> delivered = new TreeMap<>();
    private final Optional<Rational> order;

    private KitReader(Field given) {
        Alias fields = new Alias(given);
        fields.any("components").ifPresent(list -> list.elements().forEach(this::component));
        fields.any("per_kit")
                .ifPresent(map -> map.names()
                        .forEach(item -> components.add(component(item, GoodsFigures.quantity(map.at(item)), false))));
        fields.any("stock", "on_hand").ifPresent(map -> read(map, stock));
        fields.any("unit_cost", "unit_costs").ifPresent(map -> read(map, costs));
        fields.any("delivered", "moved", "received").ifPresent(map -> read(map, delivered));
        fields.any("returned")
                .ifPresent(map -> map.names()
                        .forEach(item -> delivered.merge(
                                item, GoodsFigures.quantity(map.at(item)).negate(), Rational::add)));
        Rational each = fields.any("unit")
                .map(unit -> switch (unit.text().toLowerCase(Locale.ROOT)) {
                    case "unit", "kit", "each" -> Rational.ONE;
                    case "dozen" -> Rational.of(12);
                    default -> throw new UnsupportedCaseException(unit.path());
                })
                .orElse(Rational.ONE);
        this.order = fields.any("order", "ordered", "kits")
                .map(GoodsFigures::quantity)
                .map(each::multiply);
        fields.nothingElse();
        if (components.isEmpty()) {
            throw new UnsupportedCaseException("no components");
        }
    }

    static void run(Case current) {
        KitReader reader = new KitReader(current.given());
        current.expect().names().forEach(name -> reader.check(current, name));
    }

    private static void read(Field map, SortedMap<String, Rational> into) {
        map.names().forEach(item -> into.put(item, GoodsFigures.quantity(map.at(item))));
    }

    private void component(Field field) {
        Alias part = new Alias(field);
        String item = part.need("item").text();
        Rational quantity = GoodsFigures.quantity(part.need("per_kit", "qty", "quantity"));
        boolean fixed = part.any("fixed").map(Field::truth).orElse(false);
        Optional<Field> inner = part.any("components");
        if (inner.isPresent()) {
            if (fixed) {
                throw new UnsupportedCaseException(field.path() + ": a fixed kit within a kit");
            }
            part.nothingElse();
            inner.get().elements().forEach(below -> nested(below, quantity));
            return;
        }
        part.any("unit_cost", "cost").ifPresent(cost -> costs.put(item, GoodsFigures.quantity(cost)));
        part.any("stock", "on_hand").ifPresent(there -> stock.put(item, GoodsFigures.quantity(there)));
        part.any("delivered", "moved").ifPresent(there -> delivered.put(item, GoodsFigures.quantity(there)));
        part.nothingElse();
        components.add(component(item, quantity, fixed));
    }

    /** A component of a kit that is itself part of a kit. */
    private void nested(Field field, Rational times) {
        Alias part = new Alias(field);
        String item = part.need("item").text();
        Rational quantity =
                GoodsFigures.quantity(part.need("per_kit", "qty", "quantity")).multiply(times);
        part.any("unit_cost", "cost").ifPresent(cost -> costs.put(item, GoodsFigures.quantity(cost)));
        part.any("stock", "on_hand").ifPresent(there -> stock.put(item, GoodsFigures.quantity(there)));
        part.nothingElse();
        components.add(component(item, quantity, false));
    }

    private static Component component(String item, Rational quantity, boolean fixed) {
        return new Component(item, quantity, fixed, Rational.ZERO);
    }

    private Rational ordered() {
        return order.orElseThrow(() -> new UnsupportedCaseException("no order"));
    }

    private void check(Case current, String name) {
        Kit kit = Kit.of("kit", components.toImmutable());
        Field field = current.expect().at(name);
        switch (name) {
            case "kit_cost", "cost" ->
                GoodsFigures.same(current, field, kit.cost(item -> costs.getOrDefault(item, Rational.ZERO)));
            case "kits_available", "available" ->
                GoodsFigures.same(current, field, kit.available(item -> stock.getOrDefault(item, Rational.ZERO)));
            case "kits_delivered" -> GoodsFigures.same(current, field, kit.delivered(delivered));
            case "moves" ->
                GoodsFigures.sameMap(
                        current, field, kit.moves(ordered()).orElseThrow().castToSortedMap());
            case "back_order", "backorder", "back_orders", "open" ->
                GoodsFigures.sameMap(
                        current,
                        field,
                        kit.backOrder(ordered(), delivered).orElseThrow().castToSortedMap());
            default -> throw new UnsupportedCaseException("expects " + name);
        }
    }
}
