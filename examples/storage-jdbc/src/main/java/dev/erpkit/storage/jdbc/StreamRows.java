package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** The changes of one area as rows of its tables, each under the key of its fact. */
interface StreamRows<C> {
    /**
     * The key of a fact in the tables.
     *
     * @param through with another sequence, the range of facts that is read
     */
    record Key(String tenant, String area, String about, long sequence, long through) {
        /** The first parameters of every insert. */
        Row bind(PreparedStatement statement) throws SQLException {
            return Row.of(statement).text(tenant).text(area).text(about).number(sequence);
        }

        /** The rows of the facts of the range. */
        private Where rows(String order) {
            return Where.of(tenant)
                    .and("area = ?", area)
                    .and("about = ?", about)
                    .and("sequence >= ?", sequence)
                    .and("sequence <= ?", through)
                    .ordered("tenant, area, about, sequence" + order);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Writes the rows of a change. */
    void insert(Connection connection, Key key, C change) throws SQLException;

    /** The changes of a range of facts by their sequence. */
    MutableLongObjectMap<C> select(Connection connection, Key range) throws SQLException;

    /** Pushes the rows of a range of facts, each with its sequence. */
    static void forEach(Connection connection, String table, Key range, String order, Sink sink) throws SQLException {
        try (PreparedStatement statement = range.rows(order).prepare(connection, "select * from " + table);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sink.accept(row.getLong("sequence"), row);
            }
        }
    }

    /** What reads a row of a fact. */
    @FunctionalInterface
    interface Sink {
        void accept(long sequence, ResultSet row) throws SQLException;
    }

    /** A row for each fact. */
    static <T> MutableLongObjectMap<T> each(Connection connection, String table, Key range, Reader<T> reader)
            throws SQLException {
        MutableLongObjectMap<T> found = LongObjectMaps.mutable.empty();
        forEach(connection, table, range, "", (sequence, row) -> found.put(sequence, reader.read(row)));
        return found;
    }
}
