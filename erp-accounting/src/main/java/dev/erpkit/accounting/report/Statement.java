package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.port.NotFoundException;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A statement: a layout filled with figures in base currency.
 *
 * @param title what people read above it
 * @param book the book
 * @param position the position as known at which it was taken
 * @param currency the base currency
 * @param columns the columns from left to right
 * @param rows the rows from top to bottom
 * @param uncovered accounts that have a figure but stand in no row although the layout means to cover their class: the
 *     layout or the chart's marks need a correction
 * @param repeated accounts with a figure that stand in two rows of one basis, so that a total may count them twice; on
 *     purpose only where a layout says "of which"
 */
public record Statement(
        String title,
        BookId book,
        long position,
        CurrencyUnit currency,
        ImmutableList<StatementColumn> columns,
        ImmutableList<StatementRow> rows,
        ImmutableList<AccountId> uncovered,
        ImmutableList<AccountId> repeated) {
    /**
     * The row with this id.
     *
     * @throws NotFoundException when there is none
     */
    public StatementRow row(String id) {
        return rows.detectOptional(row -> row.id().equals(id))
                .orElseThrow(() -> new NotFoundException("row " + id + " of " + title));
    }

    /** The same statement without sums of accounts that are zero in every column; headings and totals stay. */
    public Statement withoutZeroRows() {
        return new Statement(
                title,
                book,
                position,
                currency,
                columns,
                rows.reject(row ->
                        row.kind() == StatementRow.Kind.ACCOUNTS && row.cells().allSatisfy(cell -> cell.minor() == 0)),
                uncovered,
                repeated);
    }

    /** The figure in a row and a column, both as minor units of the base currency. */
    public long minor(String row, int column) {
        return row(row).cells().get(column).minor();
    }
}
