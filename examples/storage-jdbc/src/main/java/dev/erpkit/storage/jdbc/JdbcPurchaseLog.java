package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.purchase.PurchaseRecord;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
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

/** Purchases as rows: one for each command, and one for each line of an order, a request or a bill. */
final class JdbcPurchaseLog implements PurchaseLog {
    private final JdbcUnitOfWork work;

    JdbcPurchaseLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void append(PurchaseRecord entry) {
        work.write(connection -> {
            if (select(connection, at(entry.key())).notEmpty()) {
                throw new DuplicateKeyException(entry.key().value());
            }
            if (entry.sequence() != last(connection) + 1) {
                throw new StaleVersionException("purchases", entry.sequence() - 1);
            }
            insert(connection, entry);
            insertLines(connection, entry);
            return entry;
        });
    }

    private void insert(Connection connection, PurchaseRecord entry) throws SQLException {
        PurchaseRows.Columns columns = PurchaseRows.columns(entry.fact());
        try (PreparedStatement statement = connection.prepareStatement("insert into purchase_record"
                + " (quantity_num, quantity_den, rate_num, rate_den, tenant, sequence, command_key, recorded_at, actor,"
                + " kind, effective_date, document, purchase_order, request, receipt, vendor, currency, digits, line)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Fractions.bind(statement, 1, columns.quantity());
            Fractions.bind(statement, 3, columns.rate());
            Row row = Row.from(statement, 5)
                    .text(work.tenant())
                    .number(entry.sequence())
                    .text(entry.key().value())
                    .instant(entry.recordedAt())
                    .text(entry.actor().id())
                    .text(columns.kind())
                    .day(entry.fact().day())
                    .text(entry.fact().document());
            PurchaseRows.bind(row, columns);
            statement.executeUpdate();
        }
    }

    private void insertLines(Connection connection, PurchaseRecord entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into purchase_line"
                + " (quantity_num, quantity_den, price_num, price_den, tenant, sequence, ordinal, line, item)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int ordinal = 0;
            for (PurchaseRows.Line line : PurchaseRows.lines(entry.fact())) {
                Fractions.bind(statement, 1, Optional.of(line.quantity()));
                Fractions.bind(statement, 3, Optional.of(line.price()));
                Row.from(statement, 5)
                        .text(work.tenant())
                        .number(entry.sequence())
                        .number(ordinal++)
                        .number(line.number())
                        .text(line.item())
                        .add();
            }
            statement.executeBatch();
        }
    }

    private long last(Connection connection) throws SQLException {
        return Row.last(connection, "purchase_record", "sequence", work.tenant());
    }

    @Override
    public long lastSequence() {
        return work.read(this::last);
    }

    private Where at(IdempotencyKey key) {
        return Where.of(work.tenant()).and("command_key = ?", key.value());
    }

    @Override
    public Optional<PurchaseRecord> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, at(key)).getFirstOptional());
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super PurchaseRecord> sink) {
        Pages.forEach(work, afterSequence, this::page, sink);
    }

    private Page<Long, PurchaseRecord> page(Connection connection, long after) throws SQLException {
        MutableList<PurchaseRecord> found = select(
                connection,
                Where.of(work.tenant())
                        .and("sequence > ?", after)
                        .ordered("tenant, sequence")
                        .first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), PurchaseRecord::sequence);
    }

    private MutableList<PurchaseRecord> select(Connection connection, Where where) throws SQLException {
        MutableLongObjectMap<MutableList<PurchaseRows.Line>> lines = LongObjectMaps.mutable.empty();
        MutableList<Long> sequences = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select sequence from purchase_record");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sequences.add(row.getLong(1));
            }
        }
        if (sequences.isEmpty()) {
            return Lists.mutable.empty();
        }
        try (PreparedStatement statement = through(sequences, "tenant, sequence, ordinal")
                        .prepare(connection, "select * from purchase_line");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lines.getIfAbsentPut(row.getLong("sequence"), Lists.mutable::empty)
                        .add(PurchaseRows.line(row));
            }
        }
        MutableList<PurchaseRecord> found = Lists.mutable.empty();
        try (PreparedStatement statement =
                        through(sequences, "tenant, sequence").prepare(connection, "select * from purchase_record");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(record(row, lines));
            }
        }
        return found;
    }

    /** The rows of records that follow each other. */
    private Where through(MutableList<Long> sequences, String order) {
        return Where.of(work.tenant())
                .and("sequence >= ?", sequences.getFirst())
                .and("sequence <= ?", sequences.getLast())
                .ordered(order);
    }

    private static PurchaseRecord record(ResultSet row, MutableLongObjectMap<MutableList<PurchaseRows.Line>> lines)
            throws SQLException {
        long sequence = row.getLong("sequence");
        return new PurchaseRecord(
                sequence,
                IdempotencyKey.of(row.getString("command_key")),
                Row.instant(row, "recorded_at"),
                Actor.of(row.getString("actor")),
                PurchaseRows.fact(
                        row, lines.getIfAbsent(sequence, Lists.mutable::empty).toImmutable()));
    }
}
