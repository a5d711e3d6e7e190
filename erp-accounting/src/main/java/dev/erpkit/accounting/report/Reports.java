package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.DimensionFilter;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.ledger.LedgerView;
import dev.erpkit.accounting.ledger.RegisterLine;
import dev.erpkit.accounting.ledger.Turnover;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The reports of a book.
 *
 * <pre>{@code
 * Reports reports = Reports.of(index, chart, BookId.MAIN, Amounts.currency("JPY"));
 * Statement sheet = reports.statement(
 *     Layouts.balanceSheet(),
 *     StatementColumn.asOf(LocalDate.of(2026, 3, 31)),
 *     StatementColumn.asOf(LocalDate.of(2025, 3, 31)));
 * sheet.row("assets").cells().getFirst().lines();
 * }</pre>
 *
 * <p>All reports of one instance are as known at one position, so they fit together whatever is posted meanwhile; for the
 * past, give it {@link LedgerIndex#asKnownAt}. Immutable and thread-safe.
 */
public final class Reports {
    private final ReportScope scope;

    private Reports(ReportScope scope) {
        this.scope = scope;
    }

    /**
     * Reports of a book as known at the view's position; that of a live index is its position now.
     *
     * @throws InvalidValueException {@code report.currency} when the book is kept in another currency
     */
    public static Reports of(LedgerView ledger, Chart chart, BookId book, CurrencyUnit baseCurrency) {
        LedgerView known = ledger instanceof LedgerIndex index ? index.asKnownNow() : ledger;
        known.baseCurrency(book).filter(base -> !base.equals(baseCurrency)).ifPresent(base -> {
            throw new InvalidValueException(
                    "Reports",
                    "baseCurrency",
                    "report.currency",
                    "book " + book + " is kept in " + base.getCurrencyCode() + ", not in "
                            + baseCurrency.getCurrencyCode());
        });
        return new Reports(new ReportScope(known, chart, book, baseCurrency, Lists.immutable.empty(), true));
    }

    /** The same reports of lines with this value on an axis only; totals then need not be zero. */
    public Reports with(DimensionFilter filter) {
        return new Reports(scope.with(scope.dimensions().newWith(filter)));
    }

    /**
     * The same reports as if no year had been closed: after the close, the trial balance before it. Income and expense keep
     * their balances, and the result stands beside the equity accounts.
     */
    public Reports withoutClosingEntries() {
        return new Reports(scope.withoutClosing());
    }

    /** The position as known at which reports are taken. */
    public long position() {
        return scope.ledger().position();
    }

    /** The trial balance at the end of a day, from the beginning of the books. */
    public TrialBalance trialBalance(LocalDate asOf) {
        return TrialBalance.of(scope, Optional.empty(), asOf);
    }

    /** The trial balance of a period. */
    public TrialBalance trialBalance(LocalDate startInclusive, LocalDate endExclusive) {
        return TrialBalance.of(scope, Optional.of(startInclusive), endExclusive.minusDays(1));
    }

    /** A statement by a layout, with a figure for each column. */
    public Statement statement(StatementLayout layout, ImmutableList<StatementColumn> columns) {
        return new StatementFold(scope, layout, columns).statement();
    }

    /** A statement by a layout, with a figure for each column. */
    public Statement statement(StatementLayout layout, StatementColumn... columns) {
        return statement(layout, Lists.immutable.with(columns));
    }

    /** The statement of changes in equity of a period. */
    public ChangesInEquity changesInEquity(LocalDate startInclusive, LocalDate endExclusive) {
        return ChangesInEquity.of(scope, startInclusive, endExclusive.minusDays(1));
    }

    /** The statement of changes in equity of a period by a layout: a figure for each change and component. */
    public EquityStatement equityStatement(EquityLayout layout, LocalDate startInclusive, LocalDate endExclusive) {
        return EquityStatement.of(scope, layout, startInclusive, endExclusive.minusDays(1));
    }

    /** The register of an account in a period. */
    public AccountLedger register(AccountId account, LocalDate startInclusive, LocalDate endExclusive) {
        TrialBalance trial = trialBalance(startInclusive, endExclusive);
        Turnover base = trial.row(account).map(TrialBalanceRow::base).orElse(new Turnover(scope.currency(), 0, 0, 0));
        return page(account, base, trial.from(), trial.through());
    }

    /** The general ledger of a period: pushes the register of each account that moved or has a balance, by code. */
    public void generalLedger(LocalDate startInclusive, LocalDate endExclusive, Consumer<? super AccountLedger> sink) {
        TrialBalance trial = trialBalance(startInclusive, endExclusive);
        trial.rows().forEach(row -> sink.accept(page(row.account(), row.base(), trial.from(), trial.through())));
    }

    private AccountLedger page(AccountId account, Turnover base, Optional<LocalDate> from, LocalDate through) {
        LedgerQuery query = scope.query(from, through, true);
        ImmutableList<RegisterLine> lines = scope.ledger().register(account, query);
        return new AccountLedger(account, scope.name(account), from, through, base, lines);
    }
}
