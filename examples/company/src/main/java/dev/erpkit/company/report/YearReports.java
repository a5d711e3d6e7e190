package dev.erpkit.company.report;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ChartTemplate;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.report.AccountLedger;
import dev.erpkit.accounting.report.ChangesInEquity;
import dev.erpkit.accounting.report.Layouts;
import dev.erpkit.accounting.report.Reports;
import dev.erpkit.accounting.report.Statement;
import dev.erpkit.accounting.report.StatementColumn;
import dev.erpkit.accounting.report.StatementLayout;
import dev.erpkit.accounting.report.TrialBalance;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The reports of a closed year, all as known at one position.
 *
 * @param year the year
 * @param chart the chart, names in both languages
 * @param trial before the close, when income and expense still had balances
 * @param income 損益計算書
 * @param months the same month by month
 * @param sheet 貸借対照表 at the end of the year, and before it
 * @param cashFlow キャッシュ・フロー計算書
 * @param changes 株主資本等変動計算書
 * @param ledger the register of every account that moved or has a balance
 */
public record YearReports(
        DateRange year,
        Chart chart,
        TrialBalance trial,
        Statement income,
        Statement months,
        Statement sheet,
        Statement cashFlow,
        ChangesInEquity changes,
        ImmutableList<AccountLedger> ledger) {
    /**
     * Takes the reports.
     *
     * @param names the chart in both languages
     */
    public static YearReports of(Books books, ChartTemplate names, DateRange year) {
        Bilingual both = new Bilingual();
        Chart chart = Bilingual.chart(books.chart(), names);
        Reports reports = Reports.of(books.ledger(), chart, BookId.MAIN, Amounts.currency("JPY"));
        LocalDate first = year.startInclusive();
        LocalDate end = year.endExclusive();
        StatementColumn wholeYear = StatementColumn.between(first, end)
                .labelled(YearMonth.from(first) + "～" + YearMonth.from(year.lastDay()));
        StatementLayout income = both.layout("income-statement", Layouts.japanIncomeStatement());
        MutableList<AccountLedger> ledger = Lists.mutable.empty();
        reports.generalLedger(first, end, ledger::add);
        return new YearReports(
                year,
                chart,
                reports.withoutClosingEntries().trialBalance(first, end),
                reports.statement(income, wholeYear).withoutZeroRows(),
                reports.statement(income, months(year).newWith(wholeYear.labelled("通期 Year")))
                        .withoutZeroRows(),
                reports.statement(
                                both.layout("balance-sheet", Layouts.japanBalanceSheet()),
                                StatementColumn.asOf(year.lastDay()),
                                StatementColumn.asOf(first.minusDays(1)))
                        .withoutZeroRows(),
                reports.statement(both.layout("cash-flow", Layouts.japanCashFlow()), wholeYear)
                        .withoutZeroRows(),
                reports.changesInEquity(first, end).withResultWhereCarried(),
                ledger.toImmutable());
    }

    /** The name of an account in both languages. */
    String name(AccountId account) {
        return chart.find(account).map(Account::name).orElse(account.value());
    }

    /** The side on which the balance of an account is positive. */
    Side normalSide(AccountId account) {
        return chart.find(account).map(Account::normalSide).orElse(Side.DEBIT);
    }

    private static ImmutableList<StatementColumn> months(DateRange year) {
        MutableList<StatementColumn> months = Lists.mutable.empty();
        for (YearMonth m = YearMonth.from(year.startInclusive());
                m.atDay(1).isBefore(year.endExclusive());
                m = m.plusMonths(1)) {
            months.add(StatementColumn.between(m.atDay(1), m.plusMonths(1).atDay(1))
                    .labelled(m.toString()));
        }
        return months.toImmutable();
    }
}
