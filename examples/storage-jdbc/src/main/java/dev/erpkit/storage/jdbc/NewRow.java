package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** A row to be written: the columns that have a value; all others stay null. Their names are constants of this package. */
final class NewRow {
    private final MutableList<String> columns = Lists.mutable.empty();
    private final MutableList<Cell> cells = Lists.mutable.empty();

    @FunctionalInterface
    private interface Cell {
        void bind(Row row) throws SQLException;
    }

    private NewRow with(String column, Cell cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    NewRow text(String column, String value) {
        return with(column, row -> row.text(value));
    }

    NewRow number(String column, long value) {
        return with(column, row -> row.number(value));
    }

    NewRow flag(String column, boolean value) {
        return with(column, row -> row.flag(value));
    }

    NewRow day(String column, LocalDate value) {
        return with(column, row -> row.day(value));
    }

    NewRow instant(String column, Instant value) {
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
