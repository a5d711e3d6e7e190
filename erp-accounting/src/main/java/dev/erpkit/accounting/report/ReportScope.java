package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.DimensionFilter;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.ledger.LedgerView;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a report is about.
 *
 * @param ledger balances as known at a position
 * @param chart the chart
 * @param book the book
 * @param currency its base currency
 * @param dimensions only lines that match all of these
 * @param closing whether entries that close a year count where a report asks for them
 */
record ReportScope(
        LedgerView ledger,
        Chart chart,
        BookId book,
        CurrencyUnit currency,
        ImmutableList<DimensionFilter> dimensions,
        boolean closing) {
    ReportScope with(ImmutableList<DimensionFilter> others) {
        return new ReportScope(ledger, chart, book, currency, others, closing);
    }

    ReportScope withoutClosing() {
        return new ReportScope(ledger, chart, book, currency, dimensions, false);
    }

    LedgerQuery query(Optional<LocalDate> from, LocalDate through, boolean closingEntries) {
        return new LedgerQuery(book, from, through, dimensions, closing && closingEntries);
    }

    /** The name of an account, its code where the chart does not know it. */
    String name(AccountId account) {
        return chart.find(account).map(Account::name).orElse(account.value());
    }
}
