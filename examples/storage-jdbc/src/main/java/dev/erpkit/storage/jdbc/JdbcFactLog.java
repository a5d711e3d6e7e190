package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Numbered facts of one tenant, appended one behind the other.
 *
 * @param <F> the facts
 */
abstract class JdbcFactLog<F> {
    final JdbcUnitOfWork work;
    private final String table;
    private final ToLongFunction<F> number;

    JdbcFactLog(JdbcUnitOfWork work, String table, ToLongFunction<F> number) {
        this.work = work;
        this.table = table;
        this.number = number;
    }

    abstract void insert(Connection connection, F fact) throws SQLException;

    /** The facts with numbers from one through another, in their order. */
    abstract MutableList<F> select(Connection connection, long from, long through) throws SQLException;

    public final long size() {
        return work.read(connection -> Row.last(connection, table, "number", work.tenant()));
    }

    public final void append(long expectedSize, ImmutableList<F> facts) {
        work.write(connection -> {
            long size = size();
            if (size != expectedSize) {
                throw new StaleVersionException(table, expectedSize);
            }
            for (F fact : facts) {
                if (number.applyAsLong(fact) != ++size) {
                    throw new StaleVersionException(table, number.applyAsLong(fact) - 1);
                }
            }
            for (F fact : facts) {
                insert(connection, fact);
            }
            return size;
        });
    }

    public final void forEach(long afterNumber, Consumer<? super F> sink) {
        Pages.forEach(work, afterNumber, this::page, sink);
    }

    /** Numbers have no gaps, so that a page is a range of them. */
    private Page<Long, F> page(Connection connection, long after) throws SQLException {
        return Page.of(
                select(connection, after + 1, after + work.pageRows()), after, work.pageRows(), number::applyAsLong);
    }

    /** The rows of a table that belong to facts of a range. */
    final Where range(long from, long through) {
        return Where.of(work.tenant()).and("number between ? and ?", from, through);
    }
}
