package dev.erpkit.storage.jdbc;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.reservation.ReservationFact;
import dev.erpkit.inventory.reservation.ReservationFact.Issued;
import dev.erpkit.inventory.reservation.ReservationFact.Released;
import dev.erpkit.inventory.reservation.ReservationFact.Reserved;
import dev.erpkit.inventory.reservation.ReservationFact.Transferred;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** One fact of a claim as one row; what a kind of fact lacks is null. */
final class ClaimRows {
    static final String INSERT = "insert into claim_fact (quantity_num, quantity_den, tenant, item, sequence, ordinal,"
            + " kind, demand, to_demand, expires_at, location, location_kind, warehouse, lot, owner_party)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private ClaimRows() {}

    static void bind(PreparedStatement statement, String tenant, long sequence, int ordinal, ReservationFact fact)
            throws SQLException {
        Fractions.bind(statement, 1, Optional.of(fact.quantity()));
        Row row = Row.from(statement, 3)
                .text(tenant)
                .text(fact.place().item())
                .number(sequence)
                .number(ordinal);
        if (fact instanceof Reserved reserved) {
            row.text("RESERVED")
                    .text(reserved.demand())
                    .text((String) null)
                    .instant(reserved.expiresAt().orElse(null));
        } else if (fact instanceof Released released) {
            row.text("RELEASED").text(released.demand()).text((String) null).instant(null);
        } else if (fact instanceof Transferred given) {
            row.text("TRANSFERRED").text(given.demand()).text(given.to()).instant(null);
        } else if (fact instanceof Issued issued) {
            row.text("ISSUED").text(issued.demand()).text((String) null).instant(null);
        }
        Place place = fact.place();
        row.text(place.location().id())
                .text(place.location().kind().text())
                .text(place.location().warehouse())
                .text(place.lot())
                .text(place.owner());
        row.add();
    }

    static ReservationFact fact(ResultSet row) throws SQLException {
        LocationKind locationKind = LocationKind.parse(row.getString("location_kind"));
        Location location = new Location(row.getString("location"), locationKind, row.getString("warehouse"));
        Place place = new Place(location, row.getString("item"), row.getString("lot"), row.getString("owner_party"));
        Rational quantity = Fractions.read(row, "quantity");
        Optional<String> demand = Row.text(row, "demand");
        Optional<Instant> expires = Row.instantIfAny(row, "expires_at");
        String kind = row.getString("kind");
        return switch (kind) {
            case "RESERVED" -> new Reserved(demand.orElseThrow(), place, quantity, expires);
            case "RELEASED" -> new Released(demand.orElseThrow(), place, quantity);
            case "TRANSFERRED" -> new Transferred(demand.orElseThrow(), row.getString("to_demand"), place, quantity);
            case "ISSUED" -> new Issued(demand, place, quantity);
            default -> throw new IllegalStateException("Unknown kind of fact " + kind);
        };
    }
}
