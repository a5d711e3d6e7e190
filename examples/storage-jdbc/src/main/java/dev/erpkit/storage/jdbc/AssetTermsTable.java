package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.asset.AssetChange.TermsChanged;
import dev.erpkit.accounting.asset.BookStart;
import dev.erpkit.accounting.asset.DayCount;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.LastRowDate;
import dev.erpkit.accounting.asset.OpeningBasis;
import dev.erpkit.accounting.asset.RowRounding;
import dev.erpkit.accounting.asset.Timing;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.RoundingPolicy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** The terms of an asset in a book as a row beside its fact. */
final class AssetTermsTable {
    private final JdbcUnitOfWork work;

    AssetTermsTable(JdbcUnitOfWork work) {
        this.work = work;
    }

    void insert(Connection connection, long position, TermsChanged changed) throws SQLException {
        insert(connection, position, SortedMaps.immutable.of(changed.book(), BookStart.of(changed.terms())));
    }

    void insert(Connection connection, long position, ImmutableSortedMap<BookId, BookStart> books) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into asset_terms (tenant, position,"
                + " book, opening_through, method, life_months, timing, day_count, period_months, first_row,"
                + " row_rounding, rounding, last_row_date, opening_basis, opening, residual, units)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var book : books.keyValuesView()) {
                DepreciationTerms terms = book.getTwo().terms();
                Row row = Row.of(statement)
                        .text(work.tenant())
                        .number(position)
                        .text(book.getOne().value())
                        .day(book.getTwo().openingThrough())
                        .text(terms.method())
                        .number(terms.lifeMonths())
                        .text(terms.timing().text())
                        .text(terms.dayCount().text())
                        .number(terms.periodMonths())
                        .day(terms.firstRow())
                        .text(terms.rowRounding().text())
                        .text(terms.rounding().name())
                        .text(terms.lastRowDate().text())
                        .text(terms.openingBasis().text());
                statement.setBigDecimal(15, book.getTwo().opening());
                statement.setBigDecimal(16, terms.residual());
                statement.setBigDecimal(17, terms.units().orElse(null));
                row.add();
            }
            statement.executeBatch();
        }
    }

    ImmutableSortedMap<BookId, BookStart> of(Connection connection, long position) throws SQLException {
        MutableSortedMap<BookId, BookStart> books = SortedMaps.mutable.empty();
        try (PreparedStatement statement = Where.of(work.tenant())
                        .and("position = ?", position)
                        .prepare(connection, "select * from asset_terms");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                books.put(
                        BookId.of(row.getString("book")),
                        new BookStart(terms(row), row.getBigDecimal("opening"), Row.day(row, "opening_through")));
            }
        }
        return books.toImmutable();
    }

    private static DepreciationTerms terms(ResultSet row) throws SQLException {
        DepreciationTerms.Builder terms = DepreciationTerms.builder();
        terms.method(row.getString("method"))
                .lifeMonths(row.getInt("life_months"))
                .residual(row.getBigDecimal("residual"))
                .timing(Timing.parse(row.getString("timing")))
                .dayCount(DayCount.parse(row.getString("day_count")))
                .periodMonths(row.getInt("period_months"))
                .firstRow(Row.day(row, "first_row"))
                .rowRounding(RowRounding.parse(row.getString("row_rounding")))
                .rounding(RoundingPolicy.parse(row.getString("rounding")))
                .lastRowDate(LastRowDate.parse(row.getString("last_row_date")))
                .openingBasis(OpeningBasis.parse(row.getString("opening_basis")))
                .units(Optional.ofNullable(row.getBigDecimal("units")));
        return terms.build();
    }
}
