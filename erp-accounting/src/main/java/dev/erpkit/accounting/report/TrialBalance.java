package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.AccountBalance;
import dev.erpkit.accounting.ledger.Turnover;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * All accounts that moved, in the order of their codes, with opening balance, debits, credits and closing balance.
 *
 * @param book the book
 * @param position the position as known at which it was taken
 * @param currency the base currency
 * @param from the first day of the period, empty from the beginning of the books
 * @param through the last day
 * @param rows the accounts
 * @param total the sum of the rows; without dimensions its opening and closing are zero and debits equal credits
 */
public record TrialBalance(
        BookId book,
        long position,
        CurrencyUnit currency,
        Optional<LocalDate> from,
        LocalDate through,
        ImmutableList<TrialBalanceRow> rows,
        Turnover total) {
    /** The row of an account. */
    public Optional<TrialBalanceRow> row(AccountId account) {
        return rows.detectOptional(row -> row.account().equals(account));
    }

    static TrialBalance of(ReportScope scope, Optional<LocalDate> from, LocalDate through) {
        MutableList<TrialBalanceRow> rows = Lists.mutable.empty();
        MutableList<AccountBalance> group = Lists.mutable.empty();
        for (AccountBalance balance : scope.ledger().balances(scope.query(from, through, true))) {
            if (group.notEmpty() && !group.getLast().account().equals(balance.account())) {
                rows.add(row(scope, group));
                group.clear();
            }
            group.add(balance);
        }
        if (group.notEmpty()) {
            rows.add(row(scope, group));
        }
        Turnover total = new Turnover(scope.currency(), 0, 0, 0);
        for (TrialBalanceRow row : rows) {
            total = sum(total, row.base());
        }
        return new TrialBalance(
                scope.book(), scope.ledger().position(), scope.currency(), from, through, rows.toImmutable(), total);
    }

    private static TrialBalanceRow row(ReportScope scope, MutableList<AccountBalance> balances) {
        Turnover base = new Turnover(scope.currency(), 0, 0, 0);
        for (AccountBalance balance : balances) {
            base = sum(base, balance.base());
        }
        AccountId account = balances.getFirst().account();
        return new TrialBalanceRow(account, scope.name(account), base, balances.toImmutable());
    }

    private static Turnover sum(Turnover a, Turnover b) {
        return new Turnover(
                a.currency(),
                ExactSum.of(a.openingMinor(), b.openingMinor()),
                ExactSum.of(a.debitMinor(), b.debitMinor()),
                ExactSum.of(a.creditMinor(), b.creditMinor()));
    }
}
