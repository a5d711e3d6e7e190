package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Balances of the books as known at a position: the live {@link LedgerIndex}, or a view that stands still
 * ({@link LedgerIndex#asKnownAt}). Each answer is consistent in itself; take a view that stands still when several answers
 * must fit together while entries are being posted.
 *
 * <p>Amounts are minor units, debit positive. A question that leaves 63 bits throws {@link InvalidValueException}
 * {@code ledger.overflow}; one about a day or line that a restored index no longer tells apart throws
 * {@code ledger.before-horizon} or {@code ledger.before-checkpoint}. Thread-safe.
 */
public sealed interface LedgerView permits LedgerIndex, KnownLedger {
    /** The position up to which entries count. */
    long position();

    /** The base currency of a book, empty while the index has no entry of it. */
    Optional<CurrencyUnit> baseCurrency(BookId book);

    /** The balance in a transaction currency at the end of a day, in minor units, debit positive. */
    long amount(BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf);

    /** The balance in base currency at the end of a day, in minor units, debit positive. */
    long base(BookId book, AccountId account, LocalDate asOf);

    /** The balance in base currency of an account and all accounts below it, at the end of a day. */
    default long baseWithin(Chart chart, BookId book, AccountId account, LocalDate asOf) {
        LedgerView view = this;
        long sum = 0;
        for (Account each : chart.accounts()) {
            if (chart.isWithin(each.id(), account)) {
                sum = Sums.exact(sum, view.base(book, each.id(), asOf));
            }
        }
        return sum;
    }

    /**
     * Balances and turnover by account and currency, in that order; a row whose opening, debits and
     * credits are all zero is left out. Without dimensions this
     * reads month and day sums and does not depend on the number of lines.
     */
    ImmutableList<AccountBalance> balances(LedgerQuery query);

    /**
     * The same, split by the value on an axis; what has no value comes first. Scans the lines.
     *
     * @param axis the axis, such as {@code cost-centre}
     * @param query what to sum
     */
    ImmutableList<DimensionBalance> balancesBy(String axis, LedgerQuery query);

    /** The lines of an account in a period by day, then in the order of recording, with running balances. */
    ImmutableList<RegisterLine> register(AccountId account, LedgerQuery query);

    /**
     * Pushes what each day of a period adds to an account in base currency, in the order of days; a day that adds nothing may
     * be left out. Without dimensions, and as long as nothing was posted behind the position of this view, it costs 31 steps
     * for a busy month and one for each line of a quiet one; else a step for each line of the account.
     *
     * @throws InvalidValueException {@code ledger.before-horizon} when the period begins before the days that a restored index
     *     tells apart
     */
    void forEachDay(AccountId account, LedgerQuery query, DayChange sink);

    /** Pushes every line of a period in the order of recording. Scans the lines. */
    void forEach(LedgerQuery query, Consumer<? super LedgerLine> sink);
}
