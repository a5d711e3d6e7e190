package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitConversion;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.inventory.item.Boundary;
import dev.erpkit.inventory.item.Catalog;
import dev.erpkit.inventory.item.Item;
import dev.erpkit.inventory.item.Portions;
import dev.erpkit.inventory.item.Units;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Cases of units of measure. */
final class UnitReaders {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("gram", "g"),
            Map.entry("kilogram", "kg"),
            Map.entry("ton", "t"),
            Map.entry("tonne", "t"),
            Map.entry("milligram", "mg"),
            Map.entry("pound", "lb"),
            Map.entry("ounce", "oz"),
            Map.entry("second", "s"),
            Map.entry("minute", "min"),
            Map.entry("hour", "h"),
            Map.entry("day", "d"),
            Map.entry("meter", "m"),
            Map.entry("inch", "in"),
            Map.entry("foot", "ft"),
            Map.entry("yard", "yd"),
            Map.entry("mile", "mi"),
            Map.entry("liter", "l"),
            Map.entry("litre", "l"),
            Map.entry("gallon", "gal"),
            Map.entry("piece", "unit"),
            Map.entry("each", "unit"),
            Map.entry("units", "unit"));

    private UnitReaders() {}

    /** A quantity or a price from one unit to another. */
    static void convert(Case current) {
        Alias given = new Alias(current.given());
        String from = given.need("from", "from_uom").text();
        String to = given.need("to", "to_uom").text();
        Optional<Rational> factor = given.any("factor", "ratio")
                .map(GoodsFigures::quantity)
                .or(() -> given.any("factors").map(factors -> between(factors, from, to)));
        Optional<Field> step = given.any("rounding", "step");
        Optional<Field> mode = given.any("mode", "rounding_mode");
        Field figure = given.need("qty", "quantity", "price");
        boolean price = current.given().has("price");
        given.nothingElse();
        Units units = units(from, to, factor);
        Rational number = GoodsFigures.quantity(figure);
        Outcome<Converted> outcome = units.unit(code(units, from))
                .then(source -> units.unit(code(units, to))
                        .then(target -> price
                                ? units.price(number, source, target)
                                : units.convert(new Quantity(number, source), target)
                                        .map(Quantity::number)))
                .map(exact -> rounded(exact, step, mode));
        compare(current, outcome);
    }

    /** Of two units that a case gives factors of one to the same unit, how many of the second the first is. */
    private static Rational between(Field factors, String from, String to) {
        Rational first = factors.find(from).map(GoodsFigures::quantity).orElse(Rational.ONE);
        Rational second = factors.find(to).map(GoodsFigures::quantity).orElse(Rational.ONE);
        return first.divide(second);
    }

    /** A converted figure. */
    private record Converted(Rational value) {}

    private static Converted rounded(Rational exact, Optional<Field> step, Optional<Field> mode) {
        if (step.isEmpty()) {
            mode.ifPresent(rule -> {
                throw new UnsupportedCaseException("a rounding without a step");
            });
            return new Converted(exact);
        }
        RoundingPolicy policy = policy(step.get(), mode);
        // rounding is an item's declaration for a boundary, so it goes through a catalog
        UnitOfMeasure unit = UnitOfMeasure.of("x", "x");
        Item item = Item.builder()
                .id("x")
                .stockUnit(unit)
                .round(Boundary.ORDER, policy)
                .build();
        Catalog catalog = Catalog.of(Units.none().with(unit), Lists.immutable.empty(), Lists.immutable.of(item));
        return new Converted(Rational.of(catalog.rounded(Boundary.ORDER, "x", new Quantity(exact, unit), "x")
                .orElseThrow()));
    }

    private static RoundingPolicy policy(Field step, Optional<Field> mode) {
        String rule =
                mode.map(Field::text).orElse("HALF_UP").toLowerCase(Locale.ROOT).replace('_', '-');
        String known = rule.equals("down") ? "truncate" : rule.equals("ceil") ? "ceiling" : rule;
        for (RoundingRule each : RoundingRule.values()) {
            if (each.text().equals(known)) {
                return RoundingPolicy.toStep(step.decimal(), each);
            }
        }
        throw new UnsupportedCaseException("rounding " + rule);
    }

    private static void compare(Case current, Outcome<Converted> outcome) {
        Alias expect = new Alias(current.expect());
        Optional<Field> error = expect.any("error");
        Optional<Field> figure = expect.any("qty", "quantity", "price");
        expect.nothingElse();
        error.ifPresent(code -> GoodsFigures.error(
                current,
                code,
                outcome.refusal().map(r -> GoodsFigures.code(r.code().value())).orElse("accepted")));
        figure.ifPresent(
                field -> GoodsFigures.same(current, field, outcome.orElseThrow().value()));
    }

    /** The units of everybody, and what a factor says one of the first is in the second. */
    private static Units units(String from, String to, Optional<Rational> factor) {
        if (factor.isEmpty()) {
            return Units.common();
        }
        UnitOfMeasure target = UnitOfMeasure.of(to, "case");
        return Units.none().with(target).with(new UnitConversion(UnitOfMeasure.of(from, "case"), target, factor.get()));
    }

    private static String code(Units units, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        ImmutableList<String> tries = Lists.immutable.of(name, lower, NAMES.getOrDefault(lower, lower));
        return tries.detectOptional(each -> units.unit(each).isAccepted()).orElse(name);
    }

    /** Something small out of a package: exact in stock, and the same again when it comes back. */
    static void roundTrip(Case current) {
        Field given = current.given();
        String stock = given.at("stock_unit").text();
        String per = given.names()
                .detectOptional(name -> name.endsWith("_per_" + stock))
                .orElseThrow(() -> new UnsupportedCaseException("nothing per " + stock));
        String small = per.substring(0, per.length() - ("_per_" + stock).length());
        Field issued = given.names()
                .detectOptional(name -> name.endsWith("_" + small))
                .map(given::at)
                .orElseThrow(() -> new UnsupportedCaseException("nothing in " + small));
        given.requireNames("stock_unit", per, issued.path().substring("given.".length()));
        UnitOfMeasure smallUnit = UnitOfMeasure.of(small, "case");
        UnitOfMeasure stockUnit = UnitOfMeasure.of(stock, "case");
        UnitConversion conversion = new UnitConversion(stockUnit, smallUnit, GoodsFigures.quantity(given.at(per)));
        Item item = Item.builder().id("x").stockUnit(stockUnit).build();
        Catalog catalog = Catalog.of(
                Units.none().with(smallUnit).with(conversion), Lists.immutable.empty(), Lists.immutable.of(item));
        Quantity taken = new Quantity(GoodsFigures.quantity(issued), smallUnit);
        Rational exact = catalog.stockQuantity("x", taken).orElseThrow();
        Rational back = catalog.units(item)
                .convert(new Quantity(exact, stockUnit), smallUnit)
                .orElseThrow()
                .number();
        current.expect().names().forEach(name -> {
            boolean again = name.endsWith("_after_round_trip") || name.startsWith("round_trip");
            if (!again && !name.startsWith("stock_qty")) {
                throw new UnsupportedCaseException("expects " + name);
            }
            GoodsFigures.same(current, current.expect().at(name), again ? back : exact);
        });
    }

    /** A quantity split into rounded parts that sum to the whole. */
    static void split(Case current) {
        Alias given = new Alias(current.given());
        Rational whole = GoodsFigures.quantity(given.need("qty", "quantity", "total"));
        Field parts = given.need("parts", "weights", "split");
        ImmutableList<Rational> weights = parts.isList()
                ? parts.elements().collect(GoodsFigures::quantity)
                : Lists.immutable.ofAll(
                        java.util.Collections.nCopies(parts.decimal().intValueExact(), Rational.ONE));
        BigDecimal step = given.need("rounding", "step").decimal();
        given.nothingElse();
        ImmutableList<Rational> split = Portions.split(whole, weights, step);
        current.expect().names().forEach(name -> {
            Field field = current.expect().at(name);
            switch (name) {
                case "parts", "split" ->
                    current.differences().same(field, field.elements().collect(GoodsFigures::quantity), split);
                case "sum", "total" ->
                    GoodsFigures.same(current, field, split.injectInto(Rational.ZERO, Rational::add));
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        });
    }
}
