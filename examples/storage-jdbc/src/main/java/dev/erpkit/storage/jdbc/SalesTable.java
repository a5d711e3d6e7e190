package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.jspecify.annotations.Nullable;

/**
 * A table below the records of sales: rows by name of column, keyed by record, change and position. Names of tables and
 * columns are constants of this package.
 *
 * @param name the table
 * @param keys how many numbers key a row below tenant and log: 2 for a change, 3 for what belongs to one
 * @param columns the other columns
 */
record SalesTable(String name, int keys, ImmutableList<Column> columns) {
    /** What a column holds. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        FLAG
    }

    /** A column. */
    record Column(String name, Kind kind) {}

    /** The key of a change. */
    record ChangeKey(long sequence, long ordinal) {}

    /** The values of one row by column; what is null is absent. */
    record Cells(MutableMap<String, Object> values) {
        static Cells empty() {
            return new Cells(Maps.mutable.empty());
        }

        Cells with(String column, Object value) {
            values.put(column, value);
            return this;
        }

        Cells with(String column, Optional<?> value) {
            value.ifPresent(some -> values.put(column, some));
            return this;
        }

        Optional<String> find(String column) {
            return Optional.ofNullable((String) values.get(column));
        }

        String text(String column) {
            return find(column).orElseThrow();
        }

        Optional<Long> findNumber(String column) {
            return Optional.ofNullable((Long) values.get(column));
        }

        long number(String column) {
            return findNumber(column).orElseThrow();
        }

        int count(String column) {
            return Math.toIntExact(number(column));
        }

        Optional<LocalDate> day(String column) {
            return Optional.ofNullable((LocalDate) values.get(column));
        }

        boolean flag(String column) {
            return values.get(column) instanceof Boolean flag && flag;
        }
    }

    private static final ImmutableList<String> KEYS = Lists.immutable.of("sequence", "ordinal", "position");

    /** A table whose columns are given as {@code name}, {@code name#} for a number, {@code name@} for a day, {@code name?}. */
    static SalesTable of(String name, int keys, String columns) {
        return new SalesTable(name, keys, Lists.immutable.of(columns.split(" ")).collect(SalesTable::column));
    }

    private static Column column(String text) {
        String bare = text.substring(0, text.length() - 1);
        return switch (text.charAt(text.length() - 1)) {
            case '#' -> new Column(bare, Kind.NUMBER);
            case '@' -> new Column(bare, Kind.DAY);
            case '?' -> new Column(bare, Kind.FLAG);
            default -> new Column(text, Kind.TEXT);
        };
    }

    /** Inserts the rows of a change, positions counted from 0. */
    void insert(Connection connection, String tenant, String log, ChangeKey key, ImmutableList<Cells> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        ImmutableList<String> names = Lists.immutable
                .of("tenant", "log")
                .newWithAll(KEYS.take(keys))
                .newWithAll(columns.collect(Column::name));
        String sql = "insert into " + name + " (" + names.makeString(", ") + ") values ("
                + names.collect(n -> "?").makeString(", ") + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows.size(); i++) {
                Row row = Row.of(statement)
                        .text(tenant)
                        .text(log)
                        .number(key.sequence())
                        .number(key.ordinal());
                if (keys > 2) {
                    row.number(i);
                }
                for (Column column : columns) {
                    bind(row, column.kind(), rows.get(i).values().get(column.name()));
                }
                row.add();
            }
            statement.executeBatch();
        }
    }

    private static void bind(Row row, Kind kind, @Nullable Object value) throws SQLException {
        switch (kind) {
            case TEXT -> row.text((String) value);
            case NUMBER -> row.number(value == null ? null : Long.valueOf(((Number) value).longValue()));
            case DAY -> row.day((LocalDate) value);
            case FLAG -> row.flag(value instanceof Boolean flag && flag);
        }
    }

    /** The rows of changes, in the order of their positions. */
    MutableMap<ChangeKey, MutableList<Cells>> select(Connection connection, Where where) throws SQLException {
        MutableMap<ChangeKey, MutableList<Cells>> found = Maps.mutable.empty();
        String sql = "select c.* from " + name + " c join sales_record r on r.tenant = c.tenant and r.log = c.log"
                + " and r.sequence = c.sequence";
        where.ordered("c.tenant, c.log, c.sequence, c.ordinal" + (keys > 2 ? ", c.position" : ""));
        try (PreparedStatement statement = where.prepare(connection, sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.getIfAbsentPut(
                                new ChangeKey(row.getLong("sequence"), row.getLong("ordinal")), Lists.mutable::empty)
                        .add(cells(row));
            }
        }
        return found;
    }

    private Cells cells(ResultSet row) throws SQLException {
        Cells cells = Cells.empty();
        for (Column column : columns) {
            Object value = switch (column.kind()) {
                case TEXT -> row.getString(column.name());
                case NUMBER -> row.getLong(column.name());
                case DAY -> row.getObject(column.name(), LocalDate.class);
                case FLAG -> row.getBoolean(column.name());
            };
            if (!row.wasNull() && value != null) {
                cells.with(column.name(), value);
            }
        }
        return cells;
    }
}
