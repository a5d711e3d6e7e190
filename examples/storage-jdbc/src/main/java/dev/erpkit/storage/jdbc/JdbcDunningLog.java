package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.dunning.DunningChange;
import dev.erpkit.accounting.dunning.DunningRecord;
import dev.erpkit.accounting.dunning.port.DunningLog;
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
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** Dunning as rows: one for each command, and one for each of its changes. */
final class JdbcDunningLog implements DunningLog {
    private final JdbcUnitOfWork work;

    JdbcDunningLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void append(DunningRecord fact) {
        work.write(connection -> {
            if (select(connection, at(fact.key())).notEmpty()) {
                throw new DuplicateKeyException(fact.key().value());
            }
            if (fact.sequence() != last(connection) + 1) {
                throw new StaleVersionException("dunning", fact.sequence() - 1);
            }
            try (PreparedStatement statement = connection.prepareStatement("insert into dunning_record"
                    + " (tenant, sequence, command_key, fingerprint, effective_date, recorded_at, actor)"
                    + " values (?, ?, ?, ?, ?, ?, ?)")) {
                Row.of(statement)
                        .text(work.tenant())
                        .number(fact.sequence())
                        .text(fact.key().value())
                        .text(fact.fingerprint().toString())
                        .day(fact.date())
                        .instant(fact.recordedAt())
                        .text(fact.actor().id());
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(DunningRows.INSERT)) {
                fact.changes().forEachWithIndex((change, i) -> add(statement, fact.sequence(), i, change));
                statement.executeBatch();
            }
            return fact;
        });
    }

    private void add(PreparedStatement statement, long sequence, int ordinal, DunningChange change) {
        try {
            Row row = Row.of(statement).text(work.tenant()).number(sequence).number(ordinal);
            DunningRows.bind(row, change);
            row.add();
        } catch (SQLException e) {
            throw JdbcException.of(e);
        }
    }

    private long last(Connection connection) throws SQLException {
        return Row.last(connection, "dunning_record", "sequence", work.tenant());
    }

    @Override
    public long lastSequence() {
        return work.read(this::last);
    }

    private Where at(IdempotencyKey key) {
        return Where.of(work.tenant()).and("command_key = ?", key.value());
    }

    @Override
    public Optional<DunningRecord> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, at(key)).getFirstOptional());
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super DunningRecord> sink) {
        Pages.forEach(work, afterSequence, this::page, sink);
    }

    private Page<Long, DunningRecord> page(Connection connection, long after) throws SQLException {
        MutableList<DunningRecord> found = select(
                connection,
                Where.of(work.tenant())
                        .and("sequence > ?", after)
                        .ordered("tenant, sequence")
                        .first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), DunningRecord::sequence);
    }

    private MutableList<DunningRecord> select(Connection connection, Where where) throws SQLException {
        MutableList<DunningRecord> heads = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from dunning_record");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(new DunningRecord(
                        row.getLong("sequence"),
                        IdempotencyKey.of(row.getString("command_key")),
                        Digest.parse(row.getString("fingerprint")),
                        Row.day(row, "effective_date").orElseThrow(),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor")),
                        Lists.immutable.empty()));
            }
        }
        return heads.isEmpty() ? heads : withChanges(connection, heads);
    }

    /** The changes of records that follow each other, in one query. */
    private MutableList<DunningRecord> withChanges(Connection connection, MutableList<DunningRecord> heads)
            throws SQLException {
        MutableLongObjectMap<MutableList<DunningChange>> changes = LongObjectMaps.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("sequence >= ?", heads.getFirst().sequence())
                .and("sequence <= ?", heads.getLast().sequence())
                .ordered("tenant, sequence, ordinal");
        try (PreparedStatement statement = where.prepare(connection, "select * from dunning_change");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                changes.getIfAbsentPut(row.getLong("sequence"), Lists.mutable::empty)
                        .add(DunningRows.change(row));
            }
        }
        return heads.collect(head -> new DunningRecord(
                head.sequence(),
                head.key(),
                head.fingerprint(),
                head.date(),
                head.recordedAt(),
                head.actor(),
                changes.getIfAbsent(head.sequence(), Lists.mutable::empty).toImmutable()));
    }
}
