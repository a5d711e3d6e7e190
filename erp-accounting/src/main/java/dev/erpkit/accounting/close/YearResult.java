package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.jspecify.annotations.Nullable;

/** Folds the journal into the balances of income and expense; streams, and keeps one sum per account, coordinates and currency. */
final class YearResult {
    private final Chart chart;
    private final MutableMap<Key, Sum> sums = Maps.mutable.empty();
    private long unbalanced;

    private record Key(AccountId account, Dimensions dimensions, CurrencyUnit currency) {}

    private static final class Sum {
        private final CurrencyUnit base;
        private long amount;
        private long inBase;

        private Sum(CurrencyUnit base) {
            this.base = base;
        }
    }

    private YearResult(Chart chart) {
        this.chart = chart;
    }

    /**
     * The result of the entries from a day until before another.
     *
     * @param from the first day, or null for the beginning of time
     */
    static YearResult of(
            JournalStore journal, Chart chart, BookId book, @Nullable LocalDate from, LocalDate endExclusive) {
        YearResult result = new YearResult(chart);
        JournalQuery query = new JournalQuery(
                0,
                Long.MAX_VALUE,
                Optional.of(book),
                Optional.empty(),
                Optional.ofNullable(from),
                Optional.of(endExclusive));
        journal.forEach(query, result::fold);
        return result;
    }

    private void fold(PostedEntry posted) {
        for (JournalLine line : posted.entry().lines()) {
            unbalanced = Math.addExact(unbalanced, line.baseMinor());
            Account account = chart.lookup(line.account());
            if (account != null && !account.accountClass().balanceSheet()) {
                Sum sum = sums.getIfAbsentPut(
                        new Key(line.account(), line.dimensions(), line.amount().getCurrency()),
                        () -> new Sum(line.base().getCurrency()));
                sum.amount = Math.addExact(sum.amount, line.amountMinor());
                sum.inBase = Math.addExact(sum.inBase, line.baseMinor());
            }
        }
    }

    /** What the folded entries leave over in base currency, in minor units; 0 in sound books. */
    long unbalanced() {
        return unbalanced;
    }

    /** The balances of income and expense that are not zero, by account, currency and coordinates. */
    ImmutableList<ResultBalance> balances() {
        return Lists.immutable
                .ofAll(sums.keyValuesView()
                        .collect(pair -> new ResultBalance(
                                pair.getOne().account(),
                                pair.getOne().dimensions(),
                                Amounts.ofMinor(
                                        pair.getTwo().amount, pair.getOne().currency()),
                                Amounts.ofMinor(pair.getTwo().inBase, pair.getTwo().base))))
                .reject(ResultBalance::isZero)
                .toImmutableSortedList(ResultBalance.ORDER);
    }
}
