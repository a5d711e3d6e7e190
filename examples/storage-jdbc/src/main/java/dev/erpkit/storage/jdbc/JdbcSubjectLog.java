package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    /** Where a fact stands among all. */
    private record Place(String subject, long number) {}

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
    abstract void fill(Cells cells, F fact);

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
            Cells cells = new Cells()
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
        return work.read(connection -> select(connection, about(id).ordered(order())));
    }

    public final void forEach(Consumer<? super F> sink) {
        Pages.forEach(work, new Place("", 0), this::page, sink);
    }

    private Page<Place, F> page(Connection connection, Place after) throws SQLException {
        Where behind = Where.of(work.tenant())
                .and(subject + " >= ?", after.subject())
                .and("(" + subject + " > ? or number > ?)", after.subject(), after.number())
                .ordered(order())
                .first(work.pageRows());
        return Page.of(select(connection, behind), after, work.pageRows(), fact -> {
            Head head = head(fact);
            return new Place(head.subject(), head.number());
        });
    }

    private String order() {
        return "tenant, " + subject + ", number";
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
