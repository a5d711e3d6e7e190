package dev.erpkit.storage.jdbc;

import dev.erpkit.core.posting.Dimensions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.tuple.Pair;

/** The coordinates of facts, a row for each; those of a page are read at once. */
final class FactDimensions {
    private final MutableMap<Place, Dimensions> found = Maps.mutable.empty();

    private record Place(long number, int ordinal) {}

    private FactDimensions() {}

    static void insert(
            Connection connection, String tenant, String log, long number, int ordinal, Dimensions dimensions)
            throws SQLException {
        if (dimensions.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into fact_dimension"
                + " (tenant, log, number, ordinal, axis, member) values (?, ?, ?, ?, ?, ?)")) {
            for (Pair<String, String> each : dimensions.values().keyValuesView()) {
                Row.of(statement)
                        .text(tenant)
                        .text(log)
                        .number(number)
                        .number(ordinal)
                        .text(each.getOne())
                        .text(each.getTwo())
                        .add();
            }
            statement.executeBatch();
        }
    }

    static FactDimensions read(Connection connection, String tenant, String log, long from, long through)
            throws SQLException {
        FactDimensions dimensions = new FactDimensions();
        Where where = Where.of(tenant).and("log = ?", log).and("number between ? and ?", from, through);
        try (PreparedStatement statement = where.prepare(connection, "select * from fact_dimension");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Place place = new Place(row.getLong("number"), row.getInt("ordinal"));
                dimensions.found.put(place, dimensions.of(place).with(row.getString("axis"), row.getString("member")));
            }
        }
        return dimensions;
    }

    private Dimensions of(Place place) {
        return found.getIfAbsentValue(place, Dimensions.none());
    }

    Dimensions of(long number, int ordinal) {
        return of(new Place(number, ordinal));
    }
}
