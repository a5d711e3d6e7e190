package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** All that was recorded about goods as rows. */
final class JdbcMoveLog implements MoveLog {
    private final JdbcUnitOfWork work;
    private final StockFactRows rows;

    JdbcMoveLog(JdbcUnitOfWork work) {
        this.work = work;
        this.rows = new StockFactRows(work.tenant());
    }

    private record Head(long first, long last, IdempotencyKey key, Instant recordedAt, Actor actor) {}

    @Override
    public void append(StockRecord fact) {
        work.write(connection -> {
            if (heads(connection, at(fact.key())).notEmpty()) {
                throw new DuplicateKeyException(fact.key().value());
            }
            if (fact.first() != last(connection) + 1) {
                throw new StaleVersionException("stock_fact", fact.first() - 1);
            }
            new NewRow()
                    .text("tenant", work.tenant())
                    .number("first_number", fact.first())
                    .number("last_number", fact.last())
                    .text("command_key", fact.key().value())
                    .instant("recorded_at", fact.recordedAt())
                    .text("actor", fact.actor().id())
                    .insert(connection, "stock_record");
            for (StockFact each : fact.facts()) {
                rows.insert(connection, fact.first(), each);
            }
            return fact;
        });
    }

    private long last(Connection connection) throws SQLException {
        return Row.last(connection, "stock_fact", "number", work.tenant());
    }

    private Where at(IdempotencyKey key) {
        return Where.of(work.tenant()).and("command_key = ?", key.value());
    }

    @Override
    public long lastNumber() {
        return work.read(this::last);
    }

    @Override
    public Optional<StockRecord> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, at(key)).getFirstOptional());
    }

    @Override
    public void forEach(long afterNumber, Consumer<? super StockRecord> sink) {
        Pages.forEach(work, afterNumber, this::page, sink);
    }

    private Page<Long, StockRecord> page(Connection connection, long after) throws SQLException {
        Where where = Where.of(work.tenant())
                .and("first_number > ?", after)
                .ordered("tenant, first_number")
                .first(work.pageRows());
        return Page.of(select(connection, where), after, work.pageRows(), StockRecord::first);
    }

    private MutableList<StockRecord> select(Connection connection, Where where) throws SQLException {
        MutableList<StockRecord> records = Lists.mutable.empty();
        for (Head head : heads(connection, where)) {
            records.add(new StockRecord(
                    head.key(), head.recordedAt(), head.actor(), rows.select(connection, head.first(), head.last())));
        }
        return records;
    }

    private static MutableList<Head> heads(Connection connection, Where where) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from stock_record");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(new Head(
                        row.getLong("first_number"),
                        row.getLong("last_number"),
                        IdempotencyKey.of(row.getString("command_key")),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor"))));
            }
        }
        return heads;
    }
}
