package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Commands whose changes are rows of a table of their own, in their order.
 *
 * @param <R> the records
 * @param <C> their changes
 */
abstract class JdbcChangeLog<R, C> extends JdbcKeyedLog<R> {
    private final String table;
    private final String changes;
    private final String insert;

    /**
     * A log.
     *
     * @param insert inserts a change: tenant, sequence and ordinal, then what {@link #bind} binds
     */
    JdbcChangeLog(JdbcUnitOfWork work, String table, String changes, String insert) {
        super(work, table);
        this.table = table;
        this.changes = changes;
        this.insert = insert;
    }

    abstract ImmutableList<C> changes(R fact);

    abstract R record(Head head, ImmutableList<C> changes);

    abstract void bind(Row row, C change) throws SQLException;

    /** Writes what a change has in tables of its own. */
    void insertBelow(Connection connection, long sequence, int ordinal, C change) throws SQLException {}

    abstract C change(Connection connection, long sequence, ResultSet row) throws SQLException;

    @Override
    final void insert(Connection connection, R fact) throws SQLException {
        Head head = head(fact);
        try (PreparedStatement statement = insertHead(connection, "", "")) {
            head.bind(Row.of(statement).text(work.tenant()));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int ordinal = 0;
            for (C change : changes(fact)) {
                Row row = Row.of(statement)
                        .text(work.tenant())
                        .number(head.sequence())
                        .number(ordinal++);
                bind(row, change);
                row.add();
            }
            statement.executeBatch();
        }
        int ordinal = 0;
        for (C change : changes(fact)) {
            insertBelow(connection, head.sequence(), ordinal++, change);
        }
    }

    @Override
    final MutableList<R> select(Connection connection, Where where) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from " + table);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(Head.of(row));
            }
        }
        MutableList<R> records = Lists.mutable.empty();
        for (Head head : heads) {
            records.add(record(head, changes(connection, head.sequence())));
        }
        return records;
    }

    private ImmutableList<C> changes(Connection connection, long sequence) throws SQLException {
        MutableList<C> found = Lists.mutable.empty();
        Where where = Where.of(work.tenant()).and("sequence = ?", sequence).ordered("tenant, sequence, ordinal");
        try (PreparedStatement statement = where.prepare(connection, "select * from " + changes);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(change(connection, sequence, row));
            }
        }
        return found.toImmutable();
    }
}
