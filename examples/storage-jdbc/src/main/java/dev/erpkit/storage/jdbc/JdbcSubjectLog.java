package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * Facts as rows, numbered for each subject by itself.
 *
 * @param <F> the facts
 */
abstract class JdbcSubjectLog<F> {
    /** What every fact begins with. */
    record Head(String subject, long number, IdempotencyKey key, Instant at, Instant recordedAt, Actor actor) {}

    final JdbcUnitOfWork work;
    private final String table;
    private final String subject;

    JdbcSubjectLog(JdbcUnitOfWork work, String table, String subject) {
        this.work = work;
        this.table = table;
        this.subject = subject;
    }

    abstract Head head(F fact);

    /** Sets the columns of what happened. */
    abstract void fill(NewRow cells, F fact);

    abstract F read(Head head, ResultSet row) throws SQLException;

    /** The rows that must not be there when a fact is appended. */
    abstract Where taken(Head head);

    public final void append(F fact) {
        work.write(connection -> {
            Head head = head(fact);
            if (select(connection, taken(head)).notEmpty()) {
                throw new DuplicateKeyException(head.key().value());
            }
            if (head.number() != last(connection, head.subject()) + 1) {
                throw new StaleVersionException(subject + " " + head.subject(), head.number() - 1);
            }
            NewRow cells = new NewRow()
                    .text("tenant", work.tenant())
                    .text(subject, head.subject())
                    .number("number", head.number())
                    .text("command_key", head.key().value())
                    .instant("happened_at", head.at())
                    .instant("recorded_at", head.recordedAt())
                    .text("actor", head.actor().id());
            fill(cells, fact);
            cells.insert(connection, table);
            return fact;
        });
    }

    private long last(Connection connection, String id) throws SQLException {
        Where newest = about(id)
                .ordered("tenant desc, " + subject + " desc, number desc")
                .first(1);
        try (PreparedStatement statement = newest.prepare(connection, "select number from " + table);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    final Where about(String id) {
        return Where.of(work.tenant()).and(subject + " = ?", id);
    }

    final Where keyed(IdempotencyKey key) {
        return Where.of(work.tenant()).and("command_key = ?", key.value());
    }

    /** The facts of a subject, in their order. */
    final MutableList<F> all(String id) {
        return work.read(connection -> select(connection, about(id).ordered("tenant, " + subject + ", number")));
    }

    public final void forEach(Consumer<? super F> sink) {
        Pages.forEachById(
                work,
                "select distinct " + subject + " from " + table,
                subject,
                this::select,
                Comparator.<F, String>comparing(fact -> head(fact).subject())
                        .thenComparingLong(fact -> head(fact).number()),
                sink);
    }

    final MutableList<F> select(Connection connection, Where where) throws SQLException {
        MutableList<F> facts = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from " + table);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Head head = new Head(
                        row.getString(subject),
                        row.getLong("number"),
                        IdempotencyKey.of(row.getString("command_key")),
                        Row.instant(row, "happened_at"),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor")));
                facts.add(read(head, row));
            }
        }
        return facts;
    }
}
