package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.asset.AssetChange;
import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.SplitFrom;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.accounting.asset.AssetChange.TermsChanged;
import dev.erpkit.accounting.asset.AssetChange.Transferred;
import dev.erpkit.accounting.asset.AssetChange.Used;
import dev.erpkit.accounting.asset.AssetFact;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.BookStart;
import dev.erpkit.accounting.asset.DisposalKind;
import dev.erpkit.accounting.asset.DisposalTiming;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.jspecify.annotations.Nullable;

/** A fact of an asset as a row; its terms and its place as rows beside it. */
final class AssetRows {
    private final JdbcUnitOfWork work;
    private final AssetTermsTable terms;

    AssetRows(JdbcUnitOfWork work) {
        this.work = work;
        this.terms = new AssetTermsTable(work);
    }

    /** The columns that a kind of change fills. */
    private static final class Cells {
        private @Nullable String kind;
        private @Nullable String book;
        private @Nullable String name;
        private @Nullable String category;
        private @Nullable MonetaryAmount amount;
        private @Nullable Long extraMonths;
        private @Nullable String other;
        private @Nullable Long share;
        private @Nullable Long whole;
        private @Nullable BigDecimal units;
        private @Nullable String disposal;
        private @Nullable String timing;

        Cells(AssetChange change) {
            if (change instanceof Acquired acquired) {
                kind = "ACQUIRED";
                name = acquired.name();
                category = acquired.category();
                amount = acquired.cost();
            } else if (change instanceof Revalued revalued) {
                kind = "REVALUED";
                amount = revalued.change();
            } else if (change instanceof Impaired impaired) {
                kind = "IMPAIRED";
                amount = impaired.loss();
            } else if (change instanceof Improved improved) {
                kind = "IMPROVED";
                amount = improved.cost();
                extraMonths = (long) improved.extraMonths();
            } else if (change instanceof Disposed disposed) {
                kind = "DISPOSED";
                amount = disposed.proceeds();
                disposal = disposed.kind().text();
                timing = disposed.timing().text();
            } else {
                further(change);
            }
            book = change.onlyBook().map(BookId::value).orElse(null);
        }

        private void further(AssetChange change) {
            if (change instanceof SplitOff off) {
                kind = "SPLIT_OFF";
                split(off.part(), off.share(), off.whole());
            } else if (change instanceof SplitFrom from) {
                kind = "SPLIT_FROM";
                split(from.from(), from.share(), from.whole());
            } else if (change instanceof Used used) {
                kind = "USED";
                units = used.units();
            } else {
                kind = change instanceof TermsChanged ? "TERMS_CHANGED" : "TRANSFERRED";
            }
        }

        private void split(AssetId asset, long part, long of) {
            other = asset.value();
            share = part;
            whole = of;
        }
    }

    void insert(Connection connection, long position, AssetFact fact) throws SQLException {
        Cells cells = new Cells(fact.change());
        try (PreparedStatement statement = connection.prepareStatement("insert into asset_fact (tenant, position,"
                + " asset, command_key, kind, effective_date, recorded_at, actor, book, name, category, extra_months,"
                + " other_asset, part_share, part_whole, disposal_kind, disposal_timing, currency, digits, amount, units)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .number(position)
                    .text(fact.asset().value())
                    .text(fact.key().value())
                    .text(cells.kind)
                    .day(fact.day())
                    .instant(fact.recordedAt())
                    .text(fact.actor().id())
                    .text(cells.book)
                    .text(cells.name)
                    .text(cells.category)
                    .number(cells.extraMonths)
                    .text(cells.other)
                    .number(cells.share)
                    .number(cells.whole)
                    .text(cells.disposal)
                    .text(cells.timing);
            money(statement, 18, cells.amount);
            statement.setBigDecimal(21, cells.units);
            statement.executeUpdate();
        }
        if (fact.change() instanceof Acquired acquired) {
            place(connection, position, acquired.place());
            terms.insert(connection, position, acquired.books());
        } else if (fact.change() instanceof Transferred transferred) {
            place(connection, position, transferred.place());
        } else if (fact.change() instanceof TermsChanged changed) {
            terms.insert(connection, position, changed);
        }
    }

    private static void money(PreparedStatement statement, int first, @Nullable MonetaryAmount amount)
            throws SQLException {
        if (amount == null) {
            statement.setNull(first, Types.VARCHAR);
            statement.setNull(first + 1, Types.SMALLINT);
            statement.setNull(first + 2, Types.NUMERIC);
        } else {
            statement.setString(first, amount.getCurrency().getCurrencyCode());
            statement.setInt(first + 1, Amounts.digits(amount.getCurrency()));
            statement.setBigDecimal(first + 2, Amounts.decimal(amount));
        }
    }

    private void place(Connection connection, long position, Dimensions place) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into asset_place (tenant, position, axis, member) values (?, ?, ?, ?)")) {
            for (var axis : place.values().keyValuesView()) {
                Row.of(statement)
                        .text(work.tenant())
                        .number(position)
                        .text(axis.getOne())
                        .text(axis.getTwo())
                        .add();
            }
            statement.executeBatch();
        }
    }

    ImmutableList<AssetFact> select(Connection connection, Where where) throws SQLException {
        MutableList<AssetFact> found = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from asset_fact");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(fact(connection, row));
            }
        }
        return found.toImmutable();
    }

    private AssetFact fact(Connection connection, ResultSet row) throws SQLException {
        return new AssetFact(
                IdempotencyKey.of(row.getString("command_key")),
                AssetId.of(row.getString("asset")),
                Row.day(row, "effective_date").orElseThrow(),
                change(connection, row),
                Row.instant(row, "recorded_at"),
                Actor.of(row.getString("actor")));
    }

    private AssetChange change(Connection connection, ResultSet row) throws SQLException {
        long position = row.getLong("position");
        return switch (row.getString("kind")) {
            case "ACQUIRED" -> {
                ImmutableSortedMap<BookId, BookStart> books = terms.of(connection, position);
                yield new Acquired(
                        row.getString("name"),
                        row.getString("category"),
                        amount(row),
                        place(connection, position),
                        books);
            }
            case "REVALUED" -> new Revalued(book(row), amount(row));
            case "IMPAIRED" -> new Impaired(book(row), amount(row));
            case "IMPROVED" -> new Improved(amount(row), row.getInt("extra_months"));
            case "TERMS_CHANGED" -> {
                BookId book = book(row);
                yield new TermsChanged(
                        book,
                        Optional.ofNullable(terms.of(connection, position).get(book))
                                .orElseThrow()
                                .terms());
            }
            case "SPLIT_OFF" -> new SplitOff(other(row), row.getLong("part_share"), row.getLong("part_whole"));
            case "SPLIT_FROM" -> new SplitFrom(other(row), row.getLong("part_share"), row.getLong("part_whole"));
            case "TRANSFERRED" -> new Transferred(place(connection, position));
            case "USED" -> new Used(row.getBigDecimal("units"));
            default ->
                new Disposed(
                        DisposalKind.parse(row.getString("disposal_kind")),
                        amount(row),
                        DisposalTiming.parse(row.getString("disposal_timing")));
        };
    }

    private static BookId book(ResultSet row) throws SQLException {
        return BookId.of(row.getString("book"));
    }

    private static AssetId other(ResultSet row) throws SQLException {
        return AssetId.of(row.getString("other_asset"));
    }

    private static MonetaryAmount amount(ResultSet row) throws SQLException {
        return Row.money(row, "currency", "digits", "amount");
    }

    private Dimensions place(Connection connection, long position) throws SQLException {
        Dimensions place = Dimensions.none();
        try (PreparedStatement statement = Where.of(work.tenant())
                        .and("position = ?", position)
                        .prepare(connection, "select axis, member from asset_place");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                place = place.with(row.getString(1), row.getString(2));
            }
        }
        return place;
    }
}
