package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.MutableList;

/**
 * Commands that name parties as rows: one record for each command, found by its key, by its sequence, and by party.
 *
 * @param <R> the records
 */
abstract class JdbcKeyedLog<R> {
    /** What every record begins with. */
    record Head(long sequence, IdempotencyKey key, Digest fingerprint, Instant recordedAt, Actor actor) {
        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getLong("sequence"),
                    IdempotencyKey.of(row.getString("command_key")),
                    Digest.parse(row.getString("fingerprint")),
                    Row.instant(row, "recorded_at"),
                    Actor.of(row.getString("actor")));
        }

        Row bind(Row row) throws SQLException {
            return row.number(sequence)
                    .text(key.value())
                    .text(fingerprint.toString())
                    .instant(recordedAt)
                    .text(actor.id());
        }
    }

    final JdbcUnitOfWork work;
    private final String table;

    JdbcKeyedLog(JdbcUnitOfWork work, String table) {
        this.work = work;
        this.table = table;
    }

    abstract Head head(R fact);

    /** Writes the record and its changes. */
    abstract void insert(Connection connection, R fact) throws SQLException;

    /** The records that a condition on their columns chooses, in the order of their sequence. */
    abstract MutableList<R> select(Connection connection, Where where) throws SQLException;

    /** The condition that a record names a party. */
    abstract Where naming(Where where, PartyId party);

    public final void append(R fact) {
        work.write(connection -> {
            Head head = head(fact);
            if (select(connection, at(head.key())).notEmpty()) {
                throw new DuplicateKeyException(head.key().value());
            }
            if (head.sequence() != last(connection) + 1) {
                throw new StaleVersionException(table, head.sequence() - 1);
            }
            insert(connection, fact);
            return fact;
        });
    }

    private long last(Connection connection) throws SQLException {
        return Row.last(connection, table, "sequence", work.tenant());
    }

    public final long lastSequence() {
        return work.read(this::last);
    }

    private Where at(IdempotencyKey key) {
        return Where.of(work.tenant()).and("command_key = ?", key.value());
    }

    public final Optional<R> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, at(key)).getFirstOptional());
    }

    public final void forEach(long afterSequence, Consumer<? super R> sink) {
        Pages.forEach(work, afterSequence, (connection, after) -> page(connection, all(), after), sink);
    }

    public final void forEachOf(PartyId party, Consumer<? super R> sink) {
        Pages.forEach(work, 0L, (connection, after) -> page(connection, naming(all(), party), after), sink);
    }

    private Where all() {
        return Where.of(work.tenant());
    }

    private Page<Long, R> page(Connection connection, Where where, long after) throws SQLException {
        MutableList<R> found = select(
                connection,
                where.and("sequence > ?", after).ordered("tenant, sequence").first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), fact -> head(fact).sequence());
    }

    final PreparedStatement insertHead(Connection connection, String more, String marks) throws SQLException {
        return connection.prepareStatement("insert into " + table
                + " (tenant, sequence, command_key, fingerprint, recorded_at, actor" + more
                + ") values (?, ?, ?, ?, ?, ?" + marks + ")");
    }
}
