package dev.erpkit.company.report;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.AccountBalance;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.core.calendar.DateRange;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The figures of a year in yen, debit positive. Income and expense are told as they were before the close. */
public final class Figures {
    /**
     * One account over the year.
     *
     * @param account the account
     * @param debit everything on its debit side, opening balances included
     * @param credit everything on its credit side, as a positive figure
     * @param earned the balance without the entries that close the year
     * @param closed the balance at the end of the year
     */
    public record Row(Account account, long debit, long credit, long earned, long closed) {
        /** Whether anything was ever posted. */
        boolean used() {
            return debit != 0 || credit != 0;
        }
    }

    private final Chart chart;
    private final DateRange year;
    private final Map<String, Row> rows = new TreeMap<>();
    private final List<long[]> months = new ArrayList<>();

    private Figures(Chart chart, DateRange year) {
        this.chart = chart;
        this.year = year;
    }

    /** Reads the figures of a fiscal year. */
    public static Figures of(Books books, DateRange year) {
        Figures figures = new Figures(books.chart(), year);
        LedgerQuery query = LedgerQuery.between(BookId.MAIN, year.startInclusive(), year.endExclusive());
        Map<String, long[]> sums = new TreeMap<>();
        for (AccountBalance row : books.ledger().balances(query.withoutClosingEntries())) {
            long[] sum = sums.computeIfAbsent(row.account().value(), code -> new long[4]);
            sum[0] = Math.addExact(
                    sum[0],
                    Math.addExact(
                            row.base().debitMinor(), Math.max(0, row.base().openingMinor())));
            sum[1] = Math.addExact(
                    sum[1],
                    Math.addExact(
                            row.base().creditMinor(), -Math.min(0, row.base().openingMinor())));
            sum[2] = Math.addExact(sum[2], row.base().closingMinor());
        }
        for (AccountBalance row : books.ledger().balances(query)) {
            long[] sum = sums.computeIfAbsent(row.account().value(), code -> new long[4]);
            sum[3] = Math.addExact(sum[3], row.base().closingMinor());
        }
        figures.chart.accounts().select(Account::postable).forEach(account -> {
            long[] sum = sums.getOrDefault(account.id().value(), new long[4]);
            figures.rows.put(account.id().value(), new Row(account, sum[0], sum[1], sum[2], sum[3]));
        });
        figures.readMonths(books);
        return figures;
    }

    private void readMonths(Books books) {
        YearMonth last = YearMonth.from(year.lastDay());
        for (YearMonth m = YearMonth.from(year.startInclusive()); !m.isAfter(last); m = m.plusMonths(1)) {
            LedgerQuery query = LedgerQuery.between(
                            BookId.MAIN, m.atDay(1), m.plusMonths(1).atDay(1))
                    .withoutClosingEntries();
            long[] month = new long[2];
            for (AccountBalance row : books.ledger().balances(query)) {
                AccountClass type = Objects.requireNonNull(
                                rows.get(row.account().value()))
                        .account()
                        .accountClass();
                if (!type.balanceSheet()) {
                    int kind = type == AccountClass.INCOME ? 0 : 1;
                    month[kind] = Math.addExact(month[kind], row.base().movementMinor());
                }
            }
            months.add(new long[] {-month[0], month[1], Math.subtractExact(-month[0], month[1])});
        }
    }

    /** The year. */
    public DateRange year() {
        return year;
    }

    /** Every account, by code. */
    public List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** The account with this code. */
    public Row row(String code) {
        return Objects.requireNonNull(rows.get(code));
    }

    /** The heading with this code. */
    Account heading(String code) {
        return chart.accounts().detect(a -> a.id().value().equals(code));
    }

    /** The accounts below a heading that were used. */
    List<Row> below(String heading) {
        return rows.values().stream()
                .filter(r -> r.account()
                        .parent()
                        .filter(p -> p.value().equals(heading))
                        .isPresent())
                .filter(Row::used)
                .toList();
    }

    /** The balance below headings at the end of the year, after the close. */
    public long closed(String... headings) {
        long sum = 0;
        for (String heading : headings) {
            sum = Math.addExact(
                    sum, below(heading).stream().mapToLong(Row::closed).reduce(0, Math::addExact));
        }
        return sum;
    }

    /** What is below headings without the entries that close the year; income positive. */
    public long earned(String... headings) {
        long sum = 0;
        for (String heading : headings) {
            sum = Math.subtractExact(
                    sum, below(heading).stream().mapToLong(Row::earned).reduce(0, Math::addExact));
        }
        return sum;
    }

    /** Income, expenses and result of each month. */
    public List<long[]> months() {
        return List.copyOf(months);
    }
}
