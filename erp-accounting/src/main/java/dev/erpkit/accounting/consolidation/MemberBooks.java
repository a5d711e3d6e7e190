package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.AccountBalance;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.ledger.LedgerView;
import dev.erpkit.core.calendar.DateRange;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What a member brings into a consolidation: its amounts, and where they go in the group chart.
 *
 * @param member the member
 * @param mapping its accounts and those of the group
 * @param amounts balances of assets and liabilities at the end of the period; income and expense of the period, by month
 *     where each month has its rate; equity by day, from before the period too. Without entries that close a year within the period
 */
public record MemberBooks(MemberId member, AccountMapping mapping, ImmutableList<DatedAmount> amounts) {
    /**
     * Reads a member's ledger. Balances come from the maintained sums, so this does not depend on the number of lines;
     * equity is read by day, because each movement has the rate of its day. Income and expense that no close
     * carried to equity before the period count as equity from before it.
     *
     * @param member the member
     * @param mapping its accounts and those of the group
     * @param ledger its ledger
     * @param chart its chart
     * @param book the book of it that is consolidated
     * @param period the period, bounded
     * @param averages whether income and expense are told apart by month; they need not be where one average rate serves
     */
    public static MemberBooks read(
            MemberId member,
            AccountMapping mapping,
            LedgerView ledger,
            Chart chart,
            BookId book,
            DateRange period,
            AverageBasis averages) {
        Reading reading = new Reading(ledger, chart, book, period, averages);
        return new MemberBooks(member, mapping, reading.amounts());
    }

    private record Reading(LedgerView ledger, Chart chart, BookId book, DateRange period, AverageBasis averages) {
        ImmutableList<DatedAmount> amounts() {
            MutableList<DatedAmount> amounts = Lists.mutable.empty();
            LocalDate through = period.lastDay();
            LocalDate before = period.startInclusive().minusDays(1);
            LedgerQuery whole = LedgerQuery.between(book, period.startInclusive(), period.endExclusive());
            for (AccountBalance balance : ledger.balances(whole)) {
                if (isBalance(balance.account())) {
                    add(amounts, balance.account(), through, balance.base().closingMinor());
                } else if (isResult(balance.account())) {
                    add(amounts, balance.account(), before, balance.base().openingMinor());
                }
            }
            months(amounts);
            chart.accounts()
                    .select(a -> a.accountClass() == AccountClass.EQUITY)
                    .forEach(a -> equity(a.id(), amounts));
            return amounts.toImmutable();
        }

        private static boolean stays(Account account) {
            return account.accountClass().balanceSheet();
        }

        /** An account that the chart does not know is shown too, so that it is refused as unmapped. */
        private boolean isBalance(AccountId id) {
            Account account = chart.lookup(id);
            return account == null || (stays(account) && account.accountClass() != AccountClass.EQUITY);
        }

        private boolean isResult(AccountId id) {
            Account account = chart.lookup(id);
            return account != null && !stays(account);
        }

        private void months(MutableList<DatedAmount> amounts) {
            for (LocalDate start = period.startInclusive(); start.isBefore(period.endExclusive()); ) {
                LocalDate next = start.withDayOfMonth(1).plusMonths(1);
                boolean monthly = averages == AverageBasis.MONTH && next.isBefore(period.endExclusive());
                LocalDate end = monthly ? next : period.endExclusive();
                LedgerQuery month = LedgerQuery.between(book, start, end).withoutClosingEntries();
                for (AccountBalance balance : ledger.balances(month)) {
                    if (isResult(balance.account())) {
                        add(
                                amounts,
                                balance.account(),
                                end.minusDays(1),
                                balance.base().movementMinor());
                    }
                }
                start = end;
            }
        }

        private void equity(AccountId account, MutableList<DatedAmount> amounts) {
            LocalDate start = period.startInclusive();
            LedgerQuery before = LedgerQuery.asOf(book, start.minusDays(1));
            LedgerQuery within =
                    LedgerQuery.between(book, start, period.endExclusive()).withoutClosingEntries();
            ledger.forEachDay(account, before, (day, minor) -> add(amounts, account, day, minor));
            ledger.forEachDay(account, within, (day, minor) -> add(amounts, account, day, minor));
        }

        private static void add(MutableList<DatedAmount> amounts, AccountId account, LocalDate day, long minor) {
            if (minor != 0) {
                amounts.add(new DatedAmount(account, day, minor));
            }
        }
    }
}
