package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
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
}
