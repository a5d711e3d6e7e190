package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.asset.AssetFact;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.BookedRow;
import dev.erpkit.accounting.asset.port.AssetLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Fixed assets as rows; see {@link AssetRows} for the facts. */
final class JdbcAssetLog implements AssetLog {
    private final JdbcUnitOfWork work;
    private final AssetRows facts;

    JdbcAssetLog(JdbcUnitOfWork work) {
        this.work = work;
        this.facts = new AssetRows(work);
    }

    @Override
    public void append(AssetFact fact) {
        work.write(connection -> {
            Where same = Where.of(work.tenant())
                    .and("asset = ?", fact.asset().value())
                    .and("command_key = ?", fact.key().value());
            if (exists(connection, same, "asset_fact")) {
                throw new DuplicateKeyException(fact.key().value());
            }
            long position = Row.last(connection, "asset_fact", "position", work.tenant()) + 1;
            facts.insert(connection, position, fact);
            return position;
        });
    }

    private static boolean exists(Connection connection, Where where, String table) throws SQLException {
        try (PreparedStatement statement = where.prepare(connection, "select position from " + table);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public void append(BookedRow row) {
        work.write(connection -> {
            Where same = Where.of(work.tenant())
                    .and("asset = ?", row.asset().value())
                    .and("book = ?", row.book().value())
                    .and("period_start = ?", row.periodStart());
            if (exists(connection, same, "asset_row")) {
                throw new DuplicateKeyException(row.asset() + "/" + row.book() + "/" + row.periodStart());
            }
            long position = Row.last(connection, "asset_row", "position", work.tenant()) + 1;
            try (PreparedStatement statement = connection.prepareStatement("insert into asset_row (tenant, position,"
                    + " asset, book, period_start, row_date, currency, digits, amount, recorded_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                Row.of(statement)
                        .text(work.tenant())
                        .number(position)
                        .text(row.asset().value())
                        .text(row.book().value())
                        .day(row.periodStart())
                        .day(row.date())
                        .money(row.amount().getCurrency(), Amounts.minor(row.amount()))
                        .instant(row.recordedAt());
                statement.executeUpdate();
            }
            return position;
        });
    }

    @Override
    public ImmutableList<AssetFact> withKey(IdempotencyKey key) {
        return work.read(connection -> facts.select(
                connection,
                Where.of(work.tenant()).and("command_key = ?", key.value()).ordered("tenant, command_key, position")));
    }

    @Override
    public ImmutableList<AssetFact> facts(AssetId asset) {
        return work.read(connection -> facts.select(
                connection,
                Where.of(work.tenant()).and("asset = ?", asset.value()).ordered("tenant, asset, position")));
    }

    @Override
    public ImmutableList<BookedRow> rows(AssetId asset) {
        return work.read(connection -> {
            MutableList<BookedRow> found = Lists.mutable.empty();
            Where where =
                    Where.of(work.tenant()).and("asset = ?", asset.value()).ordered("position");
            try (PreparedStatement statement = where.prepare(connection, "select * from asset_row");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new BookedRow(
                            asset,
                            BookId.of(row.getString("book")),
                            Row.day(row, "period_start").orElseThrow(),
                            Row.day(row, "row_date").orElseThrow(),
                            Row.money(row, "currency", "digits", "amount"),
                            Row.instant(row, "recorded_at")));
                }
            }
            return found.toImmutable();
        });
    }

    private record Placed(long position, AssetId asset) {}

    @Override
    public void forEach(Consumer<? super AssetId> sink) {
        Pages.forEach(work, 0L, this::first, (Placed placed) -> sink.accept(placed.asset()));
    }

    /** The facts with which assets begin. */
    private Page<Long, Placed> first(Connection connection, long after) throws SQLException {
        MutableList<Placed> found = Lists.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("kind in ('ACQUIRED', 'SPLIT_FROM')")
                .and("position > ?", after)
                .and("position = (select min(position) from asset_fact f where f.tenant = asset_fact.tenant"
                        + " and f.asset = asset_fact.asset)")
                .ordered("tenant, position")
                .first(work.pageRows());
        try (PreparedStatement statement = where.prepare(connection, "select position, asset from asset_fact");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Placed(row.getLong(1), AssetId.of(row.getString(2))));
            }
        }
        return Page.of(found, after, work.pageRows(), Placed::position);
    }
}
