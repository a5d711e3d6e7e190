package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ListIterable;
import org.eclipse.collections.api.list.MutableList;

/**
 * Reads rows in pages by their key. Neither a cursor nor a transaction of its own is open while a sink works, and no more
 * than a page is held.
 */
final class Pages {
    private Pages() {}

    /**
     * Some rows.
     *
     * @param chosen those that go to the sink
     * @param through the key of the last row that was read, chosen or not
     * @param last whether no row follows
     */
    record Page<K, T>(ListIterable<T> chosen, K through, boolean last) {
        /** All rows that were read behind a key; fewer than wanted are the last ones. */
        static <K, T> Page<K, T> of(MutableList<T> read, K after, int wanted, Function<T, K> key) {
            return new Page<>(read, read.isEmpty() ? after : key.apply(read.getLast()), read.size() < wanted);
        }
    }

    /** Reads the page behind a key. */
    @FunctionalInterface
    interface Reader<K, T> {
        Page<K, T> read(Connection connection, K after) throws SQLException;
    }

    /** Pushes the rows behind a key, page by page. */
    static <K, T> void forEach(JdbcUnitOfWork work, K start, Reader<K, T> reader, Consumer<? super T> sink) {
        K after = start;
        for (boolean more = true; more; ) {
            K behind = after;
            Page<K, T> page = work.read(connection -> reader.read(connection, behind));
            page.chosen().forEach(sink);
            after = page.through();
            more = !page.last();
        }
    }

    /** Reads the rows of some ids. */
    @FunctionalInterface
    interface IdReader<T> {
        MutableList<T> read(Connection connection, Where ids) throws SQLException;
    }

    /**
     * Pushes all rows by their ids, a page of ids at a time. The ids are read at once and ordered here, because databases order
     * texts by collations of their own.
     *
     * @param ids chooses each id once: a select without its condition
     * @param column the column of the id
     * @param order of the rows by id, then within it
     */
    static <T> void forEachById(
            JdbcUnitOfWork work,
            String ids,
            String column,
            IdReader<T> reader,
            Comparator<T> order,
            Consumer<? super T> sink) {
        work.read(connection -> ids(connection, ids, work.tenant()))
                .sortThis()
                .chunk(work.pageRows())
                .forEach(some -> {
                    String marks = String.join(", ", Collections.nCopies(some.size(), "?"));
                    Where where = Where.of(work.tenant()).and(column + " in (" + marks + ")", some.toArray());
                    work.read(connection -> reader.read(connection, where))
                            .sortThis(order)
                            .forEach(sink);
                });
    }

    private static MutableList<String> ids(Connection connection, String select, String tenant) throws SQLException {
        MutableList<String> ids = Lists.mutable.empty();
        try (PreparedStatement statement = Where.of(tenant).prepare(connection, select);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }
}
