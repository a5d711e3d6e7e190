package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The columns of a row that have a value; all others stay null. Their names are constants of this package. */
final class Cells {
    private final MutableList<String> columns = Lists.mutable.empty();
    private final MutableList<Cell> cells = Lists.mutable.empty();

    @FunctionalInterface
    private interface Cell {
        void bind(Row row) throws SQLException;
    }

    private Cells with(String column, Cell cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    Cells text(String column, String value) {
        return with(column, row -> row.text(value));
    }

    Cells number(String column, long value) {
        return with(column, row -> row.number(value));
    }

    Cells flag(String column, boolean value) {
        return with(column, row -> row.flag(value));
    }

    Cells day(String column, LocalDate value) {
        return with(column, row -> row.day(value));
    }

    Cells instant(String column, Instant value) {
        return with(column, row -> row.instant(value));
    }

    void insert(Connection connection, String table) throws SQLException {
        String sql = "insert into " + table + " (" + columns.makeString(", ") + ") values ("
                + columns.collect(column -> "?").makeString(", ") + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Row row = Row.of(statement);
            for (Cell cell : cells) {
                cell.bind(row);
            }
            statement.executeUpdate();
        }
    }
}
