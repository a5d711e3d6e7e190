package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.reservation.ReservationFact;
import dev.erpkit.inventory.reservation.ReservationRecord;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** Claims on goods as rows: one for each command on an item, and one for each of its facts. */
final class JdbcClaimLog implements ReservationLog {
    private final JdbcUnitOfWork work;

    JdbcClaimLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void append(ReservationRecord fact) {
        work.write(connection -> {
            if (select(connection, at(fact.key())).notEmpty()) {
                throw new DuplicateKeyException(fact.key().value());
            }
            if (fact.sequence() != last(connection, fact.item()) + 1) {
                throw new StaleVersionException("reservations of " + fact.item(), fact.sequence() - 1);
            }
            insert(connection, fact);
            return fact;
        });
    }

    private void insert(Connection connection, ReservationRecord fact) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into claim_record"
                + " (tenant, item, sequence, command_key, recorded_at, actor, asked) values (?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .text(fact.item())
                    .number(fact.sequence())
                    .text(fact.key().value())
                    .instant(fact.recordedAt())
                    .text(fact.actor().id())
                    .text(fact.asked());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(ClaimRows.INSERT)) {
            int ordinal = 0;
            for (ReservationFact each : fact.facts()) {
                ClaimRows.bind(statement, work.tenant(), fact.sequence(), ordinal++, each);
            }
            statement.executeBatch();
        }
    }

    private long last(Connection connection, String item) throws SQLException {
        Where where = Where.of(work.tenant())
                .and("item = ?", item)
                .ordered("tenant desc, item desc, sequence desc")
                .first(1);
        try (PreparedStatement statement = where.prepare(connection, "select sequence from claim_record");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public long lastSequence(String item) {
        return work.read(connection -> last(connection, item));
    }

    private Where at(IdempotencyKey key) {
        return Where.of(work.tenant()).and("command_key = ?", key.value());
    }

    @Override
    public Optional<ReservationRecord> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, at(key)).getFirstOptional());
    }

    @Override
    public void forEach(String item, long afterSequence, Consumer<? super ReservationRecord> sink) {
        Pages.forEach(work, afterSequence, (connection, after) -> page(connection, item, after), sink);
    }

    private Page<Long, ReservationRecord> page(Connection connection, String item, long after) throws SQLException {
        MutableList<ReservationRecord> found = select(
                connection,
                Where.of(work.tenant())
                        .and("item = ?", item)
                        .and("sequence > ?", after)
                        .ordered("tenant, item, sequence")
                        .first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), ReservationRecord::sequence);
    }

    private MutableList<ReservationRecord> select(Connection connection, Where where) throws SQLException {
        MutableList<ReservationRecord> heads = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from claim_record");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(new ReservationRecord(
                        row.getString("item"),
                        row.getLong("sequence"),
                        IdempotencyKey.of(row.getString("command_key")),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor")),
                        row.getString("asked"),
                        Lists.immutable.empty()));
            }
        }
        return heads.isEmpty() ? heads : withFacts(connection, heads);
    }

    /** The facts of records of one item that follow each other, in one query. */
    private MutableList<ReservationRecord> withFacts(Connection connection, MutableList<ReservationRecord> heads)
            throws SQLException {
        MutableLongObjectMap<MutableList<ReservationFact>> facts = LongObjectMaps.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("item = ?", heads.getFirst().item())
                .and("sequence >= ?", heads.getFirst().sequence())
                .and("sequence <= ?", heads.getLast().sequence())
                .ordered("tenant, item, sequence, ordinal");
        try (PreparedStatement statement = where.prepare(connection, "select * from claim_fact");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                facts.getIfAbsentPut(row.getLong("sequence"), Lists.mutable::empty)
                        .add(ClaimRows.fact(row));
            }
        }
        return heads.collect(head -> new ReservationRecord(
                head.item(),
                head.sequence(),
                head.key(),
                head.recordedAt(),
                head.actor(),
                head.asked(),
                facts.getIfAbsent(head.sequence(), Lists.mutable::empty).toImmutable()));
    }
}
