package dev.erpkit.testkit.cases;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.reservation.BatchAssignment;
import dev.erpkit.inventory.reservation.ItemReservations;
import dev.erpkit.inventory.reservation.LocationTree;
import dev.erpkit.inventory.reservation.Pick;
import dev.erpkit.inventory.reservation.PickPlan;
import dev.erpkit.inventory.reservation.PickSource;
import dev.erpkit.inventory.reservation.Picking;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.reservation.ReservationFact;
import dev.erpkit.inventory.reservation.ReservationRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Cases of reservation and picking. */
final class ReservationReaders {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final Instant NOW = Instant.EPOCH;

    private ReservationReaders() {}

    private static Place place(String location, String lot) {
        return new Place(Location.of(location, "W"), "A", lot, "");
    }

    private static SortedMap<String, Rational> quantities(Field map) {
        SortedMap<String, Rational> read = new TreeMap<>();
        map.names().forEach(name -> read.put(name, GoodsFigures.quantity(map.at(name))));
        return read;
    }

    /** Needs one after the other from locations in their order. */
    static void needs(Case current) {
        Alias given = new Alias(current.given());
        Field stock = given.need("stock");
        ImmutableList<Rational> needs = given.need("needs").elements().collect(GoodsFigures::quantity);
        Optional<Field> already = given.any("reserved");
        given.nothingElse();
        MutableList<PickSource> sources = Lists.mutable.empty();
        stock.names()
                .forEach(name -> sources.add(
                        PickSource.of(place(name, ""), GoodsFigures.quantity(stock.at(name)), DAY.atStartOfDay())
                                .away(sources.size())));
        ItemReservations state = new ItemReservations();
        already.ifPresent(map -> map.names()
                .forEach(name -> reserve(
                        state,
                        "other",
                        Lists.immutable.of(new Pick(place(name, ""), GoodsFigures.quantity(map.at(name)))))));
        MutableList<PickPlan> plans = Lists.mutable.empty();
        for (Rational need : needs) {
            ImmutableList<PickSource> free = state.free(sources, PickingStrategy.CLOSEST, NOW);
            PickPlan plan = Picking.plan(need, free, PickingStrategy.CLOSEST, DAY);
            reserve(state, "need " + plans.size(), plan.picks());
            plans.add(plan);
        }
        current.expect().names().forEach(name -> {
            Field field = current.expect().at(name);
            switch (name) {
                case "lines" -> lines(current, field, plans.toImmutable());
                case "available_left", "available" ->
                    GoodsFigures.same(
                            current,
                            field,
                            state.free(sources, PickingStrategy.CLOSEST, NOW)
                                    .injectInto(Rational.ZERO, (sum, source) -> sum.add(source.quantity())));
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        });
    }

    private static void reserve(ItemReservations state, String demand, ImmutableList<Pick> picks) {
        state.apply(new ReservationRecord(
                "A",
                1,
                IdempotencyKey.of(demand),
                NOW,
                Actor.of("case"),
                demand,
                picks.collect(pick ->
                        new ReservationFact.Reserved(demand, pick.place(), pick.quantity(), Optional.empty()))));
    }

    private static void lines(Case current, Field field, ImmutableList<PickPlan> plans) {
        current.differences().same(field, field.elements().size(), plans.size());
        for (int i = 0; i < Math.min(plans.size(), field.elements().size()); i++) {
            Field line = field.elements().get(i);
            line.requireNames("reserved", "open");
            picks(
                    current,
                    line.at("reserved"),
                    plans.get(i),
                    pick -> pick.place().location().id());
            GoodsFigures.same(current, line.at("open"), plans.get(i).open());
        }
    }

    private static void picks(
            Case current, Field expected, PickPlan plan, java.util.function.Function<Pick, String> name) {
        current.differences()
                .same(
                        expected,
                        expected.elements()
                                .collect(pick -> pick.elements().get(0).text() + " "
                                        + GoodsFigures.quantity(pick.elements().get(1))),
                        plan.picks().collect(pick -> name.apply(pick) + " " + pick.quantity()));
    }

    /** Locations inside locations. */
    static void tree(Case current) {
        Field given = current.given();
        given.requireNames(
                given.has("reserved")
                        ? new String[] {"locations", "quants", "reserved"}
                        : new String[] {"locations", "quants"});
        SortedMap<String, String> parents = new TreeMap<>();
        Field locations = given.at("locations");
        locations.names().forEach(name -> {
            String parent = locations.at(name).text();
            if (!parent.equals("null") && !parent.isEmpty()) {
                parents.put(name, parent);
            }
        });
        SortedMap<String, Rational> free = quantities(given.at("quants"));
        given.find("reserved")
                .ifPresent(held ->
                        quantities(held).forEach((name, amount) -> free.merge(name, amount.negate(), Rational::add)));
        SortedMap<String, Rational> totals = LocationTree.of(parents).totals(free);
        current.expect().requireNames("available");
        Field available = current.expect().at("available");
        available
                .names()
                .forEach(name ->
                        GoodsFigures.same(current, available.at(name), totals.getOrDefault(name, Rational.ZERO)));
    }

    /** Which lots a strategy takes. */
    static void lots(Case current) {
        Alias given = new Alias(current.given());
        Rational need = GoodsFigures.quantity(given.need("need", "qty"));
        PickingStrategy strategy = StockGiven.named(given.need("strategy"), PickingStrategy::parse);
        LocalDate today = given.any("today", "date").map(Field::date).orElse(DAY);
        MutableList<PickSource> sources = Lists.mutable.empty();
        Field rows = given.need("lots", "quants");
        ImmutableList<String> shelves = rows.elements()
                .select(lot -> lot.has("shelf"))
                .collect(lot -> lot.at("shelf").text())
                .toSortedList()
                .toImmutable();
        rows.elements().forEach(lot -> {
            PickSource source = source(lot, need, sources.size());
            sources.add(
                    lot.has("shelf")
                            ? source.away(shelves.indexOf(lot.at("shelf").text()))
                            : source);
        });
        given.nothingElse();
        PickPlan plan = Picking.plan(need, sources, strategy, today);
        current.expect().names().forEach(name -> {
            Field field = current.expect().at(name);
            switch (name) {
                case "lot", "location" ->
                    current.differences()
                            .same(
                                    field,
                                    field.text(),
                                    plan.picks().collect(p -> name(p)).makeString(","));
                case "picks" -> picks(current, field, plan, ReservationReaders::name);
                case "open" -> GoodsFigures.same(current, field, plan.open());
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        });
    }

    private static String name(Pick pick) {
        return pick.place().lot().isEmpty()
                ? pick.place().location().id()
                : pick.place().lot();
    }

    /** A lot without a quantity has enough; one without a day came in its place of the list. */
    private static PickSource source(Field field, Rational need, int number) {
        Alias lot = new Alias(field);
        String label = lot.any("lot", "serial").map(Field::text).orElse("");
        String location = lot.any("location", "loc", "shelf").map(Field::text).orElse("L");
        Rational quantity =
                lot.any("qty", "quantity").map(GoodsFigures::quantity).orElse(need);
        LocalDate arrived = lot.any("in", "arrived", "in_date").map(Field::date).orElse(DAY.plusDays(number));
        Optional<LocalDate> expiry =
                lot.any("expires", "expiry", "removal_date").map(Field::date);
        long distance = lot.any("distance", "sequence")
                .map(d -> d.decimal().longValueExact())
                .orElse((long) number);
        lot.nothingElse();
        return new PickSource(place(location, label), quantity, arrived.atStartOfDay(), expiry, distance);
    }

    /** The fewest packages. */
    static void packages(Case current) {
        Field given = current.given();
        given.requireNames("packages", "need", "strategy");
        PickingStrategy strategy = StockGiven.named(given.at("strategy"), PickingStrategy::parse);
        MutableList<PickSource> sources = Lists.mutable.empty();
        for (Field size : given.at("packages").elements()) {
            int count = size.elements().get(1).decimal().intValueExact();
            boolean loose = size.elements().get(0).text().matches("null|false|loose|none");
            Rational quantity =
                    loose ? Rational.ONE : GoodsFigures.quantity(size.elements().get(0));
            for (int i = 0; i < count; i++) {
                sources.add(PickSource.of(place("L", "p" + sources.size()), quantity, DAY.atStartOfDay()));
            }
        }
        PickPlan plan = Picking.plan(GoodsFigures.quantity(given.at("need")), sources, strategy, DAY);
        current.expect().names().forEach(name -> {
            Field field = current.expect().at(name);
            switch (name) {
                case "picks" -> {
                    String expected = field.elements()
                            .collect(p -> GoodsFigures.quantity(p.elements().get(0)) + " x "
                                    + p.elements().get(1).text())
                            .toSortedList()
                            .toString();
                    String taken = counted(plan.picks().collect(Pick::quantity));
                    // what is opened is told by what is taken of it, or by its size
                    String sizes = counted(plan.picks()
                            .collect(p -> sources.detect(s -> s.place().equals(p.place()))
                                    .quantity()));
                    current.differences().same(field, expected, expected.equals(sizes) ? sizes : taken);
                }
                case "taken", "quantities" ->
                    current.differences()
                            .same(
                                    field,
                                    field.elements()
                                            .collect(GoodsFigures::quantity)
                                            .toSortedList(),
                                    plan.picks().collect(Pick::quantity).toSortedList());
                case "packages" ->
                    current.differences().number(field, plan.picks().size());
                case "open" -> GoodsFigures.same(current, field, plan.open());
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        });
    }

    private static String counted(ImmutableList<Rational> quantities) {
        return quantities
                .distinct()
                .collect(size -> size + " x " + quantities.count(size::equals))
                .toSortedList()
                .toString();
    }

    /** One place, some of it reserved: who may take what. */
    static void issue(Case current) {
        Alias given = new Alias(current.given());
        Rational stock = GoodsFigures.quantity(given.need("stock", "on_hand"));
        Rational reserved = GoodsFigures.quantity(given.need("reserved"));
        Optional<Field> free = given.any("issue_without_reservation", "issue", "reserve");
        Optional<Field> own = given.any("issue_with_reservation", "issue_of_reservation");
        given.nothingElse();
        Place place = place("L", "");
        ItemReservations state = new ItemReservations();
        reserve(state, "holder", Lists.immutable.of(new Pick(place, reserved)));
        String result = free.or(() -> own)
                .map(field -> state.issue(own.map(of -> "holder"), place, GoodsFigures.quantity(field), stock, NOW)
                        .refusal()
                        .map(r -> r.code().value().equals("reservation.reserved")
                                ? "RESERVED_STOCK"
                                : "INSUFFICIENT_STOCK")
                        .orElse("accepted"))
                .orElse("accepted");
        current.expect().names().forEach(name -> {
            Field field = current.expect().at(name);
            switch (name) {
                case "error" -> GoodsFigures.error(current, field, result);
                case "stock_after", "on_hand_after" ->
                    GoodsFigures.same(
                            current,
                            field,
                            result.equals("accepted")
                                    ? stock.subtract(free.or(() -> own)
                                            .map(GoodsFigures::quantity)
                                            .orElse(Rational.ZERO))
                                    : stock);
                case "available", "free" ->
                    GoodsFigures.same(current, field, stock.subtract(state.reserved(place, NOW)));
                case "accepted", "allowed" ->
                    current.differences().same(field, field.truth(), result.equals("accepted"));
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        });
    }

    /** Moves of one batch. */
    static void batch(Case current) {
        Field given = current.given();
        given.requireNames("stock", "batch");
        ImmutableList<Boolean> assigned = BatchAssignment.of(
                quantities(given.at("stock")), given.at("batch").elements().collect(move -> {
                    ImmutableList<Field> parts = move.elements();
                    if (parts.size() != 4 || !parts.get(0).text().equals("MOVE")) {
                        throw new UnsupportedCaseException(move.path() + " is no move");
                    }
                    return new BatchAssignment.Wanted(
                            parts.get(1).text(), parts.get(2).text(), GoodsFigures.quantity(parts.get(3)));
                }));
        current.expect().requireNames("assigned");
        Field field = current.expect().at("assigned");
        current.differences().same(field, field.elements().collect(Field::truth), assigned);
    }
}
