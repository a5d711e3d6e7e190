package dev.erpkit.storage.jdbc;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.Voucher;
import dev.erpkit.inventory.valuation.ConversionCost;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.storage.jdbc.StockFactRows.Parts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Reads facts of goods from their rows. */
final class StockFactReading {
    private StockFactReading() {}

    static StockFact fact(ResultSet row, Parts parts) throws SQLException {
        long number = row.getLong("number");
        LocalDateTime at =
                row.getObject("fact_date", LocalDate.class).atTime(LocalTime.ofNanoOfDay(row.getLong("fact_nanos")));
        return switch (row.getString("kind")) {
            case "MOVE" -> move(row, number, at);
            case "ASSEMBLY" ->
                new Assembly(
                        number,
                        at,
                        location(row),
                        parts.consumed().toImmutable(),
                        parts.produced().toImmutable(),
                        // of before there were labour and overhead: nothing, which reads as zero
                        new ConversionCost(
                                row.getLong("labour_minor"),
                                row.getLong("overhead_minor"),
                                row.getLong("amount_minor")),
                        voucher(row));
            case "COUNTED" ->
                new Counted(
                        number,
                        at,
                        place(row),
                        fraction(row, "quantity"),
                        Row.text(row, "cost_each").map(StockFactReading::each));
            default -> new Noted(note(row, number, at, parts), voucher(row));
        };
    }

    /** Older facts have none. */
    private static Voucher voucher(ResultSet row) throws SQLException {
        return new Voucher(
                Row.text(row, "reference").orElse(""),
                Row.text(row, "narrative").orElse(""));
    }

    private static Move move(ResultSet row, long number, LocalDateTime at) throws SQLException {
        Place place = place(row);
        Move.Builder move = Move.builder();
        move.number(number).at(at).item(place.item()).lot(place.lot()).owner(place.owner());
        move.source(place.location())
                .target(location(row, "target_id", "target_kind", "target_warehouse"))
                .quantity(fraction(row, "quantity"))
                .cost(costIfAny(row))
                .expiry(Row.day(row, "expiry"))
                .reference(row.getString("reference"))
                .narrative(Row.text(row, "narrative").orElse(""));
        long of = row.getLong("of_number");
        if (!row.wasNull()) {
            move.of(of);
        }
        return move.build();
    }

    private static StockEvent.Note note(ResultSet row, long number, LocalDateTime at, Parts parts) throws SQLException {
        long of = row.getLong("of_number");
        String kind = row.getString("kind");
        return switch (kind) {
            case "REVALUATION" ->
                new StockEvent.Revaluation(
                        number,
                        at,
                        new Goods(row.getString("item"), row.getString("warehouse"), row.getString("lot")),
                        cost(row));
            case "STANDARD_COST" -> new StockEvent.StandardCost(number, at, row.getString("item"), each(row));
            case "METHOD_CHANGE" ->
                new StockEvent.MethodChange(
                        number, at, row.getString("item"), ValuationMethod.parse(row.getString("method")));
            case "QUANTITY_CORRECTION" -> new StockEvent.QuantityCorrection(number, at, of, fraction(row, "quantity"));
            case "PRICE_CORRECTION" -> new StockEvent.PriceCorrection(number, at, of, cost(row));
            case "CANCEL" -> new StockEvent.Cancel(number, at, of);
            case "BILL" -> new StockEvent.Bill(number, at, of, fraction(row, "quantity"), each(row));
            case "LANDED_COST" ->
                new StockEvent.LandedCost(
                        number,
                        at,
                        parts.of().toImmutable(),
                        row.getLong("amount_minor"),
                        LandedCostBasis.parse(row.getString("basis")));
            default -> throw new IllegalStateException("No fact of goods: " + kind);
        };
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(location(row), row.getString("item"), row.getString("lot"), row.getString("owner"));
    }

    private static Location location(ResultSet row) throws SQLException {
        return location(row, "location_id", "location_kind", "warehouse");
    }

    private static Location location(ResultSet row, String id, String kind, String warehouse) throws SQLException {
        return new Location(row.getString(id), LocationKind.parse(row.getString(kind)), row.getString(warehouse));
    }

    static Rational fraction(ResultSet row, String column) throws SQLException {
        return Rational.parse(row.getString(column));
    }

    static Cost.Each each(String fraction) {
        return new Cost.Each(Rational.parse(fraction));
    }

    private static Cost.Each each(ResultSet row) throws SQLException {
        return each(row.getString("cost_each"));
    }

    private static Optional<Cost> costIfAny(ResultSet row) throws SQLException {
        Optional<String> each = Row.text(row, "cost_each");
        if (each.isPresent()) {
            return Optional.of(each(each.get()));
        }
        long total = row.getLong("cost_total");
        return row.wasNull() ? Optional.empty() : Optional.of(new Cost.Total(total));
    }

    private static Cost cost(ResultSet row) throws SQLException {
        return costIfAny(row).orElseThrow();
    }
}
