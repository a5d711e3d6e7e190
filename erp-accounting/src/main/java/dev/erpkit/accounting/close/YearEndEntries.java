package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.outcome.Outcome;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The entries that close a year: a pure function. They bring every income and expense account to zero for each set of
 * coordinates and each currency, in amount and in base, and leave the result on retained earnings. Dated the last day of
 * the year, of kind {@code CLOSING}; an entry that would have more than 10,000 lines becomes several, each balanced.
 *
 * <p>Ids are {@code close:BOOK:YEAR:GENERATION:N}, so that closing again after a reopening gives other entries.
 *
 * @param book the book
 * @param year the year
 * @param generation 1 for the first close of the year, one more after each reopening
 * @param chart the chart
 * @param balances balances at the end of the year; those of other accounts than income and expense are left alone
 * @param policy how to close
 */
public record YearEndEntries(
        BookId book,
        FiscalYear year,
        int generation,
        Chart chart,
        ImmutableList<ResultBalance> balances,
        ClosePolicy policy) {
    private static final int MOST_LINES = 10_000;

    /**
     * The closing entries in the order of posting; none when there is nothing to carry.
     *
     * @return the entries, or {@code close.no-retained-earnings}, {@code close.no-income-summary},
     *     {@code close.no-trading}
     */
    public Outcome<ImmutableList<JournalEntry>> entries() {
        return entries(MOST_LINES);
    }

    Outcome<ImmutableList<JournalEntry>> entries(int mostLines) {
        LocalDate date = year.range().lastDay();
        return CloseAccounts.of(chart, policy, date).map(accounts -> entries(accounts, mostLines));
    }

    private ImmutableList<JournalEntry> entries(CloseAccounts accounts, int mostLines) {
        ImmutableList<ResultBalance> results =
                balances.select(b -> isResult(b.account()) && !b.isZero()).toImmutableSortedList(ResultBalance.ORDER);
        if (results.isEmpty()) {
            return Lists.immutable.empty();
        }
        CurrencyUnit base = results.getFirst().base().getCurrency();
        MutableList<ImmutableList<JournalLine>> groups = Lists.mutable.empty();
        if (accounts.incomeSummary().isPresent()) {
            Carrying.Carried collected = new Carrying(
                            accounts.incomeSummary().get(), accounts.trading(), Optional.empty(), base, mostLines)
                    .carry(results);
            groups.addAllIterable(collected.groups());
            results = collected.arrived();
        }
        Carrying toEquity =
                new Carrying(accounts.retainedEarnings(), accounts.trading(), policy.keptDimensions(), base, mostLines);
        groups.addAllIterable(toEquity.carry(results).groups());
        return groups.collectWithIndex((lines, index) -> entry(lines, index + 1))
                .toImmutable();
    }

    private boolean isResult(AccountId id) {
        Account account = chart.lookup(id);
        return account != null && !account.accountClass().balanceSheet();
    }

    private JournalEntry entry(ImmutableList<JournalLine> lines, int number) {
        return JournalEntry.builder()
                .id(id("close", book, year.name(), generation, number))
                .book(book)
                .journal(policy.journal())
                .kind(EntryKind.CLOSING)
                .date(year.range().lastDay())
                .source(CloseSource.of(book, year.name(), generation, policy))
                .narrative("Close of fiscal year " + year.name())
                .lines(lines)
                .build();
    }

    static EntryId id(String what, BookId book, String year, int generation, int number) {
        return EntryId.of(what + ":" + book + ":" + year + ":" + generation + ":" + number);
    }
}
