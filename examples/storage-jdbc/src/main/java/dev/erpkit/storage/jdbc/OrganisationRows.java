package dev.erpkit.storage.jdbc;

import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.OrganisationChange.PositionClosed;
import dev.erpkit.hr.employment.OrganisationChange.PositionPlaced;
import dev.erpkit.hr.employment.OrganisationChange.UnitClosed;
import dev.erpkit.hr.employment.OrganisationChange.UnitPlaced;
import dev.erpkit.hr.employment.PositionId;
import dev.erpkit.hr.employment.UnitId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** Changes of the organisation as rows. The unit of a unit is the one above it. */
final class OrganisationRows implements StreamRows<OrganisationChange> {
    private static final String INSERT = "insert into hr_organisation (tenant, area, about, sequence, kind, id, unit,"
            + " title, reports_to, from_date) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Override
    public void insert(Connection connection, Key key, OrganisationChange change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Row row = key.bind(statement);
            if (change instanceof UnitPlaced unit) {
                row.text("UNIT").text(unit.unit().value()).text(unit.parent());
                noPosition(row);
            } else if (change instanceof UnitClosed unit) {
                row.text("UNIT_CLOSED").text(unit.unit().value()).text((String) null);
                noPosition(row);
            } else if (change instanceof PositionPlaced position) {
                row.text("POSITION")
                        .text(position.position().value())
                        .text(position.unit().value())
                        .text(position.title())
                        .text(position.reportsTo());
            } else if (change instanceof PositionClosed position) {
                row.text("POSITION_CLOSED").text(position.position().value()).text((String) null);
                noPosition(row);
            }
            row.day(change.from());
            statement.executeUpdate();
        }
    }

    private static void noPosition(Row row) throws SQLException {
        row.text((String) null).text((String) null);
    }

    @Override
    public MutableLongObjectMap<OrganisationChange> select(Connection connection, Key range) throws SQLException {
        return StreamRows.each(connection, "hr_organisation", range, OrganisationRows::change);
    }

    private static OrganisationChange change(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Optional<UnitId> unit = Row.text(row, "unit").map(UnitId::of);
        LocalDate from = Row.day(row, "from_date").orElseThrow();
        String kind = row.getString("kind");
        return switch (kind) {
            case "UNIT" -> new UnitPlaced(UnitId.of(id), unit, from);
            case "UNIT_CLOSED" -> new UnitClosed(UnitId.of(id), from);
            case "POSITION" ->
                new PositionPlaced(
                        PositionId.of(id),
                        unit.orElseThrow(),
                        row.getString("title"),
                        Row.text(row, "reports_to").map(PositionId::of),
                        from);
            case "POSITION_CLOSED" -> new PositionClosed(PositionId.of(id), from);
            default -> throw new IllegalStateException("Unknown kind of change " + kind);
        };
    }
}
