package dev.erpkit.storage.jdbc;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.valuation.ConversionCost;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.StockEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** Facts of goods as rows: one for each, and one for each of its parts. */
final class StockFactRows {
    private final String tenant;

    StockFactRows(String tenant) {
        this.tenant = tenant;
    }

    /** Writes the facts of a record, then their parts, in as few batches as their columns allow. */
    void insert(Connection connection, StockRecord entry) throws SQLException {
        MutableList<NewRow> facts = Lists.mutable.empty();
        MutableList<NewRow> parts = Lists.mutable.empty();
        for (StockFact fact : entry.facts()) {
            NewRow row = row(fact.number())
                    .number("first_number", entry.first())
                    .day("fact_date", fact.at().toLocalDate())
                    .number("fact_nanos", fact.at().toLocalTime().toNanoOfDay())
                    .text("reference", fact.reference())
                    .text("narrative", fact.narrative());
            facts.add(row);
            ImmutableList<NewRow> own = fill(row, fact);
            parts.addAllIterable(own.collectWithIndex((part, position) -> part.number("position", position)));
        }
        NewRow.insert(connection, "stock_fact", facts);
        NewRow.insert(connection, "stock_part", parts);
    }

    /** Fills the row of a fact; gives those of its parts. */
    private ImmutableList<NewRow> fill(NewRow row, StockFact fact) {
        if (fact instanceof Move move) {
            fill(row, move);
        } else if (fact instanceof Assembly assembly) {
            ConversionCost conversion = assembly.conversion();
            location(row.text("kind", "ASSEMBLY"), assembly.workshop())
                    .number("labour_minor", conversion.labour())
                    .number("overhead_minor", conversion.overhead())
                    .number("amount_minor", conversion.other());
            return parts(assembly);
        } else if (fact instanceof Counted counted) {
            place(row.text("kind", "COUNTED"), counted.place())
                    .text("quantity", counted.quantity().toString());
            counted.cost().ifPresent(cost -> cost(row, cost));
        } else if (fact instanceof Noted noted) {
            fill(row, noted.event());
            return noted.event() instanceof StockEvent.LandedCost landed
                    ? landed.of()
                            .collect(of -> row(fact.number()).text("kind", "OF").number("of_number", of))
                    : Lists.immutable.empty();
        }
        return Lists.immutable.empty();
    }

    private NewRow row(long number) {
        return new NewRow().text("tenant", tenant).number("number", number);
    }

    private ImmutableList<NewRow> parts(Assembly assembly) {
        ImmutableList<NewRow> consumed = assembly.consumed()
                .collect(input -> place(row(assembly.number()).text("kind", "CONSUMED"), input.place())
                        .text("quantity", input.quantity().toString()));
        ImmutableList<NewRow> produced = assembly.produced().collect(output -> part(row(assembly.number()), output));
        return consumed.newWithAll(produced);
    }

    private static NewRow part(NewRow row, Assembly.Output output) {
        place(row.text("kind", "PRODUCED"), output.place())
                .text("quantity", output.quantity().toString())
                .text("cost_share", output.share().toString());
        output.expiry().ifPresent(expiry -> row.day("expiry", expiry));
        return row;
    }

    private static void fill(NewRow row, Move move) {
        place(row.text("kind", "MOVE"), move.sourcePlace())
                .text("target_id", move.target().id())
                .text("target_kind", move.target().kind().text())
                .text("target_warehouse", move.target().warehouse())
                .text("quantity", move.quantity().toString());
        move.cost().ifPresent(cost -> cost(row, cost));
        move.of().ifPresent(of -> row.number("of_number", of));
        move.expiry().ifPresent(expiry -> row.day("expiry", expiry));
    }

    private static void fill(NewRow row, StockEvent.Note event) {
        if (event instanceof StockEvent.Revaluation revaluation) {
            row.text("kind", "REVALUATION")
                    .text("item", revaluation.goods().item())
                    .text("warehouse", revaluation.goods().warehouse())
                    .text("lot", revaluation.goods().lot());
            cost(row, revaluation.cost());
        } else if (event instanceof StockEvent.StandardCost standard) {
            cost(row.text("kind", "STANDARD_COST").text("item", standard.item()), standard.cost());
        } else if (event instanceof StockEvent.MethodChange change) {
            row.text("kind", "METHOD_CHANGE")
                    .text("item", change.item())
                    .text("method", change.method().text());
        } else if (event instanceof StockEvent.QuantityCorrection correction) {
            row.text("kind", "QUANTITY_CORRECTION")
                    .number("of_number", correction.of())
                    .text("quantity", correction.quantity().toString());
        } else if (event instanceof StockEvent.PriceCorrection correction) {
            cost(row.text("kind", "PRICE_CORRECTION").number("of_number", correction.of()), correction.cost());
        } else if (event instanceof StockEvent.Cancel cancel) {
            row.text("kind", "CANCEL").number("of_number", cancel.of());
        } else if (event instanceof StockEvent.Bill bill) {
            row.text("kind", "BILL")
                    .number("of_number", bill.of())
                    .text("quantity", bill.quantity().toString());
            cost(row, bill.price());
        } else if (event instanceof StockEvent.LandedCost landed) {
            row.text("kind", "LANDED_COST")
                    .number("amount_minor", landed.amount())
                    .text("basis", landed.basis().text());
        }
    }

    static NewRow place(NewRow row, Place place) {
        return location(row, place.location())
                .text("item", place.item())
                .text("lot", place.lot())
                .text("owner", place.owner());
    }

    private static NewRow location(NewRow row, Location location) {
        return row.text("location_id", location.id())
                .text("location_kind", location.kind().text())
                .text("warehouse", location.warehouse());
    }

    private static void cost(NewRow row, Cost cost) {
        if (cost instanceof Cost.Each each) {
            row.text("cost_each", each.minor().toString());
        } else if (cost instanceof Cost.Total total) {
            row.number("cost_total", total.minor());
        }
    }

    /** The parts of a fact, each list in its order. */
    record Parts(MutableList<Assembly.Input> consumed, MutableList<Assembly.Output> produced, MutableList<Long> of) {
        Parts() {
            this(Lists.mutable.empty(), Lists.mutable.empty(), Lists.mutable.empty());
        }

        private void add(ResultSet row) throws SQLException {
            String kind = row.getString("kind");
            if (kind.equals("OF")) {
                of.add(row.getLong("of_number"));
                return;
            }
            Place place = StockFactReading.place(row);
            Rational quantity = StockFactReading.fraction(row, "quantity");
            if (kind.equals("CONSUMED")) {
                consumed.add(new Assembly.Input(place, quantity));
            } else {
                produced.add(new Assembly.Output(
                        place, quantity, StockFactReading.fraction(row, "cost_share"), Row.day(row, "expiry")));
            }
        }
    }

    /** The facts with numbers from one through another, in their order. */
    ImmutableList<StockFact> select(Connection connection, long first, long last) throws SQLException {
        MutableLongObjectMap<Parts> parts = LongObjectMaps.mutable.empty();
        try (PreparedStatement statement =
                        range(first, last, "tenant, number, position").prepare(connection, "select * from stock_part");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                parts.getIfAbsentPut(row.getLong("number"), Parts::new).add(row);
            }
        }
        MutableList<StockFact> facts = Lists.mutable.empty();
        try (PreparedStatement statement =
                        range(first, last, "tenant, number").prepare(connection, "select * from stock_fact");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                facts.add(StockFactReading.fact(row, parts.getIfAbsent(row.getLong("number"), Parts::new)));
            }
        }
        return facts.toImmutable();
    }

    private Where range(long first, long last, String order) {
        return Where.of(tenant).and("number between ? and ?", first, last).ordered(order);
    }
}
