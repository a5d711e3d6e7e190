package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
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
        insert(connection, table, Lists.mutable.of(this));
    }

    /** Writes rows of one table, those with the same columns in one batch. */
    static void insert(Connection connection, String table, Iterable<NewRow> rows) throws SQLException {
        Map<ImmutableList<String>, MutableList<NewRow>> alike = new LinkedHashMap<>();
        rows.forEach(row -> alike.computeIfAbsent(row.columns.toImmutable(), columns -> Lists.mutable.empty())
                .add(row));
        for (var group : alike.entrySet()) {
            ImmutableList<String> columns = group.getKey();
            String sql = "insert into " + table + " (" + columns.makeString(", ") + ") values ("
                    + columns.collect(column -> "?").makeString(", ") + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (NewRow row : group.getValue()) {
                    row.bind(statement);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        Row row = Row.of(statement);
        for (Cell cell : cells) {
            cell.bind(row);
        }
    }
}
