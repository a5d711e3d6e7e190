package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.StockTold;
import dev.erpkit.inventory.posting.port.PostedLog;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** What the books were told of goods as rows. */
final class JdbcPostedLog implements PostedLog {
    private final JdbcUnitOfWork work;

    JdbcPostedLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    private record Head(long sequence, long through, Instant recordedAt) {}

    @Override
    public void append(StockTold told) {
        work.write(connection -> {
            if (told.sequence() != last(connection) + 1) {
                throw new StaleVersionException("stock_told", told.sequence() - 1);
            }
            new NewRow()
                    .text("tenant", work.tenant())
                    .number("sequence", told.sequence())
                    .number("through_number", told.through())
                    .instant("recorded_at", told.recordedAt())
                    .insert(connection, "stock_told");
            NewRow.insert(connection, "stock_delta", told.deltas().collectWithIndex((delta, i) -> row(told, delta, i)));
            return told;
        });
    }

    private NewRow row(StockTold told, StockDelta delta, int position) {
        return new NewRow()
                .text("tenant", work.tenant())
                .number("sequence", told.sequence())
                .number("position", position)
                .number("event_number", delta.event())
                .text("role", delta.role().text())
                .text("category", delta.category())
                .day("effective_date", delta.effective())
                .day("posted_date", delta.posted())
                .number("minor", delta.minor());
    }

    private long last(Connection connection) throws SQLException {
        return Row.last(connection, "stock_told", "sequence", work.tenant());
    }

    @Override
    public long lastSequence() {
        return work.read(this::last);
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super StockTold> sink) {
        Pages.forEach(work, afterSequence, this::page, sink);
    }

    private Page<Long, StockTold> page(Connection connection, long after) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("sequence > ?", after)
                .ordered("tenant, sequence")
                .first(work.pageRows());
        try (PreparedStatement statement = where.prepare(connection, "select * from stock_told");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(new Head(
                        row.getLong("sequence"), row.getLong("through_number"), Row.instant(row, "recorded_at")));
            }
        }
        MutableList<StockTold> told = heads.isEmpty() ? Lists.mutable.empty() : withDeltas(connection, heads);
        return Page.of(told, after, work.pageRows(), StockTold::sequence);
    }

    /** What was told by records that follow each other, in one query. */
    private MutableList<StockTold> withDeltas(Connection connection, MutableList<Head> heads) throws SQLException {
        MutableLongObjectMap<MutableList<StockDelta>> deltas = LongObjectMaps.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("sequence >= ?", heads.getFirst().sequence())
                .and("sequence <= ?", heads.getLast().sequence())
                .ordered("tenant, sequence, position");
        try (PreparedStatement statement = where.prepare(connection, "select * from stock_delta");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                deltas.getIfAbsentPut(row.getLong("sequence"), Lists.mutable::empty)
                        .add(delta(row));
            }
        }
        return heads.collect(head -> new StockTold(
                head.sequence(),
                head.through(),
                head.recordedAt(),
                deltas.getIfAbsent(head.sequence(), Lists.mutable::empty).toImmutable()));
    }

    private static StockDelta delta(ResultSet row) throws SQLException {
        return new StockDelta(
                row.getLong("event_number"),
                StockRole.parse(row.getString("role")),
                row.getObject("effective_date", LocalDate.class),
                row.getObject("posted_date", LocalDate.class),
                row.getLong("minor"),
                row.getString("category"));
    }
}
