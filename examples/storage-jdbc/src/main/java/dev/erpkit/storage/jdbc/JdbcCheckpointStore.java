package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.ledger.Checkpoint;
import dev.erpkit.accounting.ledger.CheckpointRow;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.Digest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Checkpoints of the ledger index as rows. */
final class JdbcCheckpointStore implements CheckpointStore {
    private final JdbcUnitOfWork work;

    JdbcCheckpointStore(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void save(Checkpoint checkpoint) {
        work.write(connection -> {
            Optional<Checkpoint> known = select(connection, checkpoint.position(), checkpoint.position());
            if (known.isPresent()) {
                if (!known.get().equals(checkpoint)) {
                    throw new DuplicateKeyException("checkpoint at " + checkpoint.position());
                }
                return checkpoint;
            }
            insertHead(connection, checkpoint);
            insertClosings(connection, checkpoint);
            insertRows(connection, checkpoint);
            return checkpoint;
        });
    }

    private void insertHead(Connection connection, Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into balance_checkpoint"
                + " (tenant, position, recorded_at, horizon, digest) values (?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .number(checkpoint.position())
                    .instant(checkpoint.recordedAt().orElse(null))
                    .day(checkpoint.horizon())
                    .text(checkpoint.digest().toString());
            statement.executeUpdate();
        }
    }

    private void insertClosings(Connection connection, Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into balance_checkpoint_closing (tenant, position, ordinal, entry) values (?, ?, ?, ?)")) {
            for (int i = 0; i < checkpoint.closings().size(); i++) {
                Row.of(statement)
                        .text(work.tenant())
                        .number(checkpoint.position())
                        .number(i)
                        .text(checkpoint.closings().get(i).value())
                        .add();
            }
            statement.executeBatch();
        }
    }

    private void insertRows(Connection connection, Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into balance_checkpoint_row"
                + " (tenant, position, ordinal, book, account, currency, digits, base_currency, base_digits,"
                + " dimensions, closing, effective_date, debit_minor, credit_minor, debit_base_minor,"
                + " credit_base_minor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < checkpoint.rows().size(); i++) {
                CheckpointRow row = checkpoint.rows().get(i);
                Row.of(statement)
                        .text(work.tenant())
                        .number(checkpoint.position())
                        .number(i)
                        .text(row.book().value())
                        .text(row.account().value())
                        .text(row.currency().getCurrencyCode())
                        .number(Amounts.digits(row.currency()))
                        .text(row.baseCurrency().getCurrencyCode())
                        .number(Amounts.digits(row.baseCurrency()))
                        .text(encode(row.dimensions()))
                        .flag(row.closing())
                        .day(row.day())
                        .number(row.debitMinor())
                        .number(row.creditMinor())
                        .number(row.debitBaseMinor())
                        .number(row.creditBaseMinor())
                        .add();
            }
            statement.executeBatch();
        }
    }

    /** Any characters may stand in an axis, so the separators are encoded away. */
    private static String encode(Dimensions dimensions) {
        return dimensions
                .values()
                .keyValuesView()
                .collect(p -> URLEncoder.encode(p.getOne(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(p.getTwo(), StandardCharsets.UTF_8))
                .makeString("&");
    }

    private static Dimensions decode(String text) {
        Dimensions dimensions = Dimensions.none();
        if (text.isEmpty()) {
            return dimensions;
        }
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            dimensions = dimensions.with(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return dimensions;
    }

    @Override
    public Optional<Checkpoint> newestThrough(long position) {
        return work.read(connection -> select(connection, 0, position));
    }

    private Optional<Checkpoint> select(Connection connection, long from, long through) throws SQLException {
        Where newest = Where.of(work.tenant())
                .and("position between ? and ?", from, through)
                .ordered("tenant desc, position desc")
                .first(1);
        try (PreparedStatement statement = newest.prepare(connection, "select * from balance_checkpoint");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Where same = Where.of(work.tenant())
                    .and("position = ?", row.getLong("position"))
                    .ordered("ordinal");
            return Optional.of(new Checkpoint(
                    row.getLong("position"),
                    Row.instantIfAny(row, "recorded_at"),
                    Row.day(row, "horizon"),
                    closings(connection, same).toImmutable(),
                    rows(connection, same).toImmutable(),
                    Digest.parse(row.getString("digest"))));
        }
    }

    private static MutableList<EntryId> closings(Connection connection, Where where) throws SQLException {
        MutableList<EntryId> found = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select entry from balance_checkpoint_closing");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(EntryId.of(row.getString(1)));
            }
        }
        return found;
    }

    private static MutableList<CheckpointRow> rows(Connection connection, Where where) throws SQLException {
        MutableList<CheckpointRow> found = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from balance_checkpoint_row");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new CheckpointRow(
                        BookId.of(row.getString("book")),
                        AccountId.of(row.getString("account")),
                        Row.currency(row.getString("currency"), row.getInt("digits")),
                        Row.currency(row.getString("base_currency"), row.getInt("base_digits")),
                        decode(row.getString("dimensions")),
                        row.getBoolean("closing"),
                        row.getObject("effective_date", LocalDate.class),
                        row.getLong("debit_minor"),
                        row.getLong("credit_minor"),
                        row.getLong("debit_base_minor"),
                        row.getLong("credit_base_minor")));
            }
        }
        return found;
    }
}
