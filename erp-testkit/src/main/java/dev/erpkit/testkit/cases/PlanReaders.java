package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.replenishment.EarlyShipping;
import dev.erpkit.inventory.replenishment.Forecast;
import dev.erpkit.inventory.replenishment.InternalSupply;
import dev.erpkit.inventory.replenishment.MultipleRounding;
import dev.erpkit.inventory.replenishment.Planned;
import dev.erpkit.inventory.replenishment.ReorderRule;
import dev.erpkit.inventory.replenishment.SafetyStock;
import dev.erpkit.inventory.replenishment.Trigger;
import dev.erpkit.inventory.reservation.PutAway;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;

/** Cases of replenishment: when to order how much, and where it goes. */
final class PlanReaders {
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private PlanReaders() {}

    /** Minimum and maximum: what to order, or what to fetch from elsewhere. */
    static void minMax(Case current) {
        Alias given = new Alias(current.given());
        boolean byNeed = current.given()
                .find("policy")
                .filter(policy -> policy.text().matches("(?i)lot[-_]for[-_]lot"))
                .isPresent();
        Optional<Field> lowest = given.any("min", "minimum", "reorder_point");
        if (lowest.isEmpty() && !byNeed) {
            throw new UnsupportedCaseException("no minimum");
        }
        Rational min = lowest.map(GoodsFigures::quantity).orElse(Rational.ZERO);
        Optional<Field> max = given.any("max", "maximum");
        Rational onHand = GoodsFigures.quantity(given, "0", "on_hand", "stock", "projected");
        Rational projected = onHand.add(GoodsFigures.quantity(given, "0", "incoming", "on_order", "supply"))
                .subtract(GoodsFigures.quantity(given, "0", "demand", "outgoing", "reserved"));
        Optional<Rational> elsewhere = given.any(
                        "available", "available_at_source", "source_stock", "provider_stock", "storage_stock")
                .map(GoodsFigures::quantity);
        ReorderRule.Builder rule = ReorderRule.builder();
        rule.min(min).max(max.map(GoodsFigures::quantity).orElse(min));
        given.any("multiple", "qty_multiple", "order_multiple")
                .map(GoodsFigures::quantity)
                .filter(multiple -> !multiple.isZero())
                .ifPresent(rule::multiple);
        given.any("multiple_mode", "rounding")
                .ifPresent(mode -> rule.rounding(StockGiven.named(mode, MultipleRounding::parse)));
        given.any("trigger").ifPresent(trigger -> rule.trigger(StockGiven.named(trigger, Trigger::parse)));
        given.any("min_order", "minimum_order", "min_order_qty", "supplier_min", "minimum_order_quantity")
                .map(GoodsFigures::quantity)
                .filter(least -> !least.isZero())
                .ifPresent(rule::leastOrder);
        given.any("reorder_quantity", "reorder_qty", "fixed_quantity", "order_qty", "order_quantity")
                .map(GoodsFigures::quantity)
                .ifPresent(rule::fixedQuantity);
        given.any("policy", "reordering_policy").ifPresent(policy -> {
            boolean fixed = current.given().names().anySatisfy(n -> n.matches("(re)?order_q.*|fixed_quantity"));
            boolean known = policy.text().matches("(?i)max(imum)?_q(uanti)?ty|min_max") && max.isPresent()
                    || policy.text().matches("(?i)fixed_reorder_q(uanti)?ty") && fixed;
            if (!known && !byNeed) {
                throw new UnsupportedCaseException(policy.path() + ": " + policy.text());
            }
        });
        given.any("from", "source", "provider").ifPresent(Field::text);
        given.nothingElse();
        expect(current, rule, projected, elsewhere);
    }

    private static void expect(
            Case current, ReorderRule.Builder builder, Rational projected, Optional<Rational> elsewhere) {
        Alias expect = new Alias(current.expect());
        Optional<Field> error = expect.any("error");
        Optional<Field> order = expect.any("order", "order_qty", "quantity", "propose");
        Optional<Field> after = expect.any("projected_after", "after");
        Optional<Field> fetched = expect.any("move_in", "move", "transfer");
        expect.nothingElse();
        ReorderRule rule;
        try {
            rule = builder.build();
        } catch (InvalidValueException invalid) {
            String code = GoodsFigures.code(invalid.violations().getFirst().code());
            error.or(() -> order).ifPresent(field -> GoodsFigures.error(current, field, code));
            return;
        }
        error.ifPresent(field -> GoodsFigures.error(current, field, "accepted"));
        order.ifPresent(field ->
                GoodsFigures.same(current, field, rule.propose(projected).quantity()));
        after.ifPresent(field ->
                GoodsFigures.same(current, field, rule.propose(projected).after()));
        fetched.ifPresent(field -> GoodsFigures.same(
                current,
                field,
                elsewhere
                        .map(free -> InternalSupply.pull(rule, projected, free))
                        .orElseGet(() -> rule.propose(projected).quantity())));
    }

    /** Too much at a place: what is pushed on. */
    static void overflow(Case current) {
        Alias given = new Alias(current.given());
        Rational stock = GoodsFigures.quantity(given.need("on_hand", "stock", "projected"));
        Field limit = given.need("max", "maximum", "limit");
        Rational target = GoodsFigures.quantity(given.any("target").orElse(limit));
        given.nothingElse();
        Alias expect = new Alias(current.expect());
        Field out = expect.need("move_out", "push", "overflow");
        expect.nothingElse();
        GoodsFigures.same(current, out, InternalSupply.push(stock, GoodsFigures.quantity(limit), target));
    }

    /** Safety stock, reorder point and economic order quantity. */
    static void estimates(Case current) {
        Alias given = new Alias(current.given());
        Optional<BigDecimal> annual = number(given, "annual_demand", "demand_per_year");
        Optional<BigDecimal> orderCost = number(given, "order_cost", "ordering_cost", "setup_cost");
        Optional<BigDecimal> holding = number(given, "holding_cost", "carrying_cost");
        Optional<BigDecimal> level = number(given, "service_level");
        Optional<BigDecimal> daily =
                number(given, "daily_demand", "demand_per_day", "average_demand", "average_daily_usage", "daily_usage");
        Optional<BigDecimal> deviation =
                number(given, "demand_deviation", "demand_std", "std_dev", "sigma", "sigma_demand");
        Optional<BigDecimal> lead = number(given, "lead_time", "lead_days", "lead_time_days");
        Optional<BigDecimal> leadDeviation = number(given, "lead_time_deviation", "lead_time_std", "sigma_lead_time");
        Optional<BigDecimal> stated = number(given, "safety_stock");
        given.nothingElse();
        BigDecimal zero = BigDecimal.ZERO;
        for (String name : current.expect().names()) {
            Field field = current.expect().at(name);
            BigDecimal actual = switch (name) {
                case "eoq", "economic_order_quantity" ->
                    SafetyStock.economicQuantity(need(annual), need(orderCost), need(holding));
                case "z", "factor" -> SafetyStock.factor(need(level));
                case "safety_stock" ->
                    SafetyStock.of(
                            need(level), daily.orElse(zero), need(deviation), need(lead), leadDeviation.orElse(zero));
                case "reorder_point" ->
                    SafetyStock.reorderPoint(
                            need(daily),
                            need(lead),
                            stated.orElseGet(() -> level.isEmpty()
                                    ? zero
                                    : SafetyStock.of(
                                            need(level),
                                            need(daily),
                                            need(deviation),
                                            need(lead),
                                            leadDeviation.orElse(zero))));
                default -> throw new UnsupportedCaseException("expects " + name);
            };
            GoodsFigures.rounded(current, field, Rational.of(actual));
        }
    }

    private static Optional<BigDecimal> number(Alias given, String... names) {
        return given.any(names).map(Field::decimal);
    }

    private static BigDecimal need(Optional<BigDecimal> figure) {
        return figure.orElseThrow(() -> new UnsupportedCaseException("a figure is missing"));
    }

    /** A forecast over days; where the odd ones go is each system's own, their sum and spread are not. */
    static void spread(Case current) {
        Alias given = new Alias(current.given());
        Rational quantity = GoodsFigures.quantity(given.need("qty", "quantity"));
        int days = given.need("days", "periods").decimal().intValueExact();
        Rational step = GoodsFigures.quantity(given, "1", "step", "rounding");
        Optional<Field> peers = given.any("result");
        given.nothingElse();
        ImmutableList<Rational> parts = Forecast.spread(quantity, days, step);
        peers.ifPresent(list -> {
            list.elements().forEach(Field::text);
            current.differences().same(list, list.elements().size(), parts.size());
        });
        current.expect().names().forEach(name -> {
            Field field = current.expect().at(name);
            switch (name) {
                case "sum" -> GoodsFigures.same(current, field, parts.injectInto(Rational.ZERO, Rational::add));
                case "spread" -> GoodsFigures.same(current, field, parts.max().subtract(parts.min()));
                case "result", "parts" ->
                    current.differences().same(field, field.elements().collect(GoodsFigures::quantity), parts);
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        });
    }

    /** How much earlier than planned shipments can leave. */
    static void early(Case current) {
        Field given = current.given();
        given.requireNames("receipts", "shipments");
        ImmutableList<Planned> receipts = given.at("receipts")
                .elements()
                .collect(r -> new Planned(r.at("item").text(), week(r.at("week")), GoodsFigures.quantity(r.at("qty"))));
        ImmutableList<EarlyShipping.Shipment> shipments = given.at("shipments")
                .elements()
                .collect(s -> {
                    SortedMap<String, Rational> lines = new TreeMap<>();
                    Field list = s.at("lines");
                    list.names().forEach(item -> lines.put(item, GoodsFigures.quantity(list.at(item))));
                    return new EarlyShipping.Shipment(s.at("id").text(), week(s.at("week")), lines);
                });
        EarlyShipping plan = EarlyShipping.of(MONDAY, receipts, shipments);
        for (String id : current.expect().names()) {
            EarlyShipping.Shipment shipment = shipments
                    .detectOptional(s -> s.id().equals(id))
                    .orElseThrow(() -> new UnsupportedCaseException("expects " + id));
            EarlyShipping.Earliest earliest = plan.of(shipment);
            Field expected = current.expect().at(id);
            expected.names().forEach(name -> {
                Field field = expected.at(name);
                switch (name) {
                    case "complete_from_week" -> current.differences().number(field, weeks(earliest.completeFrom()));
                    case "partial_from_week" -> current.differences().number(field, weeks(earliest.partialFrom()));
                    case "partial_share" -> GoodsFigures.same(current, field, earliest.partialShare());
                    default -> throw new UnsupportedCaseException("expects " + name);
                }
            });
        }
    }

    private static LocalDate week(Field number) {
        return MONDAY.plusWeeks(number.decimal().longValueExact());
    }

    private static long weeks(LocalDate day) {
        return ChronoUnit.WEEKS.between(MONDAY, day);
    }

    /** Where goods are put that come in. */
    static void putAway(Case current) {
        Alias given = new Alias(current.given());
        Rational quantity = GoodsFigures.quantity(given.need("qty", "quantity"));
        Optional<Rational> whole =
                given.any("whole", "pack", "conversion_factor").map(GoodsFigures::quantity);
        Optional<Field> existing = given.any("existing", "stock", "occupied");
        ImmutableList<PutAway.Rule> rules = given.need("rules").elements().collect(field -> {
            Alias rule = new Alias(field);
            PutAway.Rule read = new PutAway.Rule(
                    rule.need("loc", "location", "warehouse").text(),
                    GoodsFigures.quantity(rule.need("capacity", "stock_capacity")),
                    existing.flatMap(map -> map.find(
                                    rule.need("loc", "location", "warehouse").text()))
                            .map(GoodsFigures::quantity)
                            .orElseGet(() -> GoodsFigures.quantity(rule, "0", "occupied", "stock", "on_hand", "used")),
                    rule.any("priority").map(p -> p.decimal().intValueExact()).orElse(1));
            rule.nothingElse();
            return read;
        });
        given.nothingElse();
        PutAway.Plan plan = PutAway.plan(quantity, rules, whole);
        current.expect().names().forEach(name -> {
            Field field = current.expect().at(name);
            switch (name) {
                case "puts" ->
                    current.differences()
                            .same(
                                    field,
                                    field.elements()
                                            .collect(
                                                    put -> put.elements().get(0).text() + " "
                                                            + GoodsFigures.quantity(put.elements()
                                                                    .get(1))),
                                    plan.puts().collect(put -> put.location() + " " + put.quantity()));
                case "unassigned" -> GoodsFigures.same(current, field, plan.unassigned());
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        });
    }
}
