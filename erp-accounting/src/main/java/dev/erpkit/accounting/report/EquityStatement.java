package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.DimensionFilter;
import dev.erpkit.core.port.NotFoundException;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.ObjectLongMap;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * A statement of changes in equity by an {@link EquityLayout}, such as 株主資本等変動計算書: a figure for each change and
 * component, credit positive. In every column the opening balance and all changes add up to the closing balance, and the
 * closing balances to the equity of the balance sheet, before and after the close.
 *
 * @param title what people read above it
 * @param book the book
 * @param position the position as known at which it was taken
 * @param currency the base currency
 * @param from the first day of the period
 * @param through the last day
 * @param columns the labels of the components
 * @param rows the rows
 */
public record EquityStatement(
        String title,
        BookId book,
        long position,
        CurrencyUnit currency,
        LocalDate from,
        LocalDate through,
        ImmutableList<String> columns,
        ImmutableList<Row> rows) {
    /**
     * A row of figures in minor units.
     *
     * @param id the id of the layout's row
     * @param label what people read
     * @param minor a figure for each column
     * @param totalMinor their sum
     */
    public record Row(String id, String label, ImmutableList<Long> minor, long totalMinor) {}

    /**
     * The row with this id.
     *
     * @throws NotFoundException when there is none
     */
    public Row row(String id) {
        return rows.detectOptional(row -> row.id().equals(id))
                .orElseThrow(() -> new NotFoundException("row " + id + " of " + title));
    }

    static EquityStatement of(ReportScope scope, EquityLayout layout, LocalDate from, LocalDate through) {
        return new Fold(scope, layout, new StatementColumn("", Optional.of(from), through)).statement();
    }

    private static final class Fold {
        private final ReportScope scope;
        private final EquityLayout layout;
        private final StatementColumn period;
        private final ColumnFigures figures;
        private final ImmutableList<ImmutableList<AccountId>> accounts;
        private final ImmutableList<AccountId> results;

        private Fold(ReportScope scope, EquityLayout layout, StatementColumn period) {
            this.scope = scope;
            this.layout = layout;
            this.period = period;
            this.figures = new ColumnFigures(scope, period);
            ImmutableList<Account> equity =
                    scope.chart().accounts().select(a -> a.accountClass() == AccountClass.EQUITY);
            ImmutableSet<AccountId> named = layout.columns()
                    .reject(EquityLayout.Column::rest)
                    .flatCollect(c -> chosen(equity, c))
                    .toImmutableSet();
            this.accounts = layout.columns()
                    .collect(c -> c.rest() ? equity.collect(Account::id).reject(named::contains) : chosen(equity, c));
            this.results = scope.chart()
                    .accounts()
                    .reject(a -> a.accountClass().balanceSheet())
                    .collect(Account::id);
        }

        private ImmutableList<AccountId> chosen(ImmutableList<Account> equity, EquityLayout.Column column) {
            return equity.select(a -> column.selector().matches(scope.chart(), a))
                    .collect(Account::id);
        }

        EquityStatement statement() {
            MutableList<Row> rows = Lists.mutable.empty();
            for (EquityLayout.Row row : layout.rows()) {
                rows.add(row(
                        row,
                        layout.columns()
                                .collectWithIndex((c, i) -> cell(row, i))
                                .toImmutableList()));
            }
            return new EquityStatement(
                    layout.title(),
                    scope.book(),
                    scope.ledger().position(),
                    scope.currency(),
                    period.from().orElseThrow(),
                    period.through(),
                    layout.columns().collect(EquityLayout.Column::label),
                    rows.toImmutable());
        }

        private static Row row(EquityLayout.Row row, ImmutableList<Long> minor) {
            long total = 0;
            for (long each : minor) {
                total = ExactSum.of(total, each);
            }
            return new Row(row.id(), row.label(), minor, total);
        }

        private long cell(EquityLayout.Row row, int column) {
            return switch (row.content()) {
                case OPENING -> balance(Basis.OPENING, column);
                case CLOSING -> balance(Basis.CLOSING, column);
                case RESULT -> isResult(column) ? credit(figures.of(Basis.MOVEMENT), results) : 0;
                case CHANGE -> change(row.change().orElseThrow(), column);
                case REST -> rest(column);
            };
        }

        /** What income and expense still hold belongs to the column of the result. */
        private long balance(Basis basis, int column) {
            long own = credit(figures.of(basis), accounts.get(column));
            return isResult(column) ? ExactSum.of(own, credit(figures.of(basis), results)) : own;
        }

        private boolean isResult(int column) {
            return layout.columns().get(column).id().equals(layout.resultColumn());
        }

        private long change(String value, int column) {
            ReportScope filtered = scope.with(scope.dimensions().newWith(DimensionFilter.of(layout.axis(), value)));
            return credit(new ColumnFigures(filtered, period).of(Basis.MOVEMENT), accounts.get(column));
        }

        /** All movement, less what has a row of its own; entries that close a year move nothing here. */
        private long rest(int column) {
            long rest = credit(figures.of(Basis.MOVEMENT), accounts.get(column));
            for (EquityLayout.Row row : layout.rows()) {
                if (row.content() == EquityLayout.Content.CHANGE) {
                    rest = ExactSum.of(
                            rest, Math.negateExact(change(row.change().orElseThrow(), column)));
                }
            }
            return rest;
        }

        private static long credit(ObjectLongMap<AccountId> figures, ImmutableList<AccountId> accounts) {
            long sum = 0;
            for (AccountId account : accounts) {
                sum = ExactSum.of(sum, figures.getIfAbsent(account, 0));
            }
            return Math.negateExact(sum);
        }
    }
}
