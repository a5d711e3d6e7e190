package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.SeriesId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Gapless numbers: a row of the running transaction. */
final class JdbcNumberSeries implements NumberSeries {
    private final JdbcUnitOfWork work;

    JdbcNumberSeries(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public long next(SeriesId series) {
        if (!work.active()) {
            throw new IllegalStateException("A number of " + series + " is drawn only inside a unit of work");
        }
        return work.write(connection -> {
            long next = last(connection, series) + 1;
            String sql = next == 1
                    ? "insert into number_series (last_number, tenant, name, fiscal_year) values (?, ?, ?, ?)"
                    : "update number_series set last_number = ? where tenant = ? and name = ? and fiscal_year = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Row.of(statement)
                        .number(next)
                        .text(work.tenant())
                        .text(series.name())
                        .number(series.year());
                statement.executeUpdate();
            }
            return next;
        });
    }

    @Override
    public long last(SeriesId series) {
        return work.read(connection -> last(connection, series));
    }

    private long last(Connection connection, SeriesId series) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select last_number from number_series where tenant = ? and name = ? and fiscal_year = ?")) {
            Row.of(statement).text(work.tenant()).text(series.name()).number(series.year());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
