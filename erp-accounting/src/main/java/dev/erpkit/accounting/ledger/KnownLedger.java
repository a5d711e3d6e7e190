package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The books as known at a position, for good. As long as nothing was posted since, it answers from the sums of the live
 * index; afterwards it scans the lines up to its position.
 */
final class KnownLedger implements LedgerView {
    private final LedgerIndex index;
    private final long position;

    KnownLedger(LedgerIndex index, long position) {
        this.index = index;
        this.position = position;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Optional<CurrencyUnit> baseCurrency(BookId book) {
        return index.baseCurrency(book);
    }

    @Override
    public long amount(BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf) {
        return index.amount(position, book, account, currency, asOf);
    }

    @Override
    public long base(BookId book, AccountId account, LocalDate asOf) {
        return index.base(position, book, account, asOf);
    }

    @Override
    public ImmutableList<AccountBalance> balances(LedgerQuery query) {
        return index.balances(position, query);
    }

    @Override
    public ImmutableList<DimensionBalance> balancesBy(String axis, LedgerQuery query) {
        return index.balancesBy(position, axis, query);
    }

    @Override
    public ImmutableList<RegisterLine> register(AccountId account, LedgerQuery query) {
        return index.register(position, account, query);
    }

    @Override
    public void forEachDay(AccountId account, LedgerQuery query, DayChange sink) {
        index.forEachDay(position, account, query, sink);
    }

    @Override
    public void forEach(LedgerQuery query, Consumer<? super LedgerLine> sink) {
        index.forEach(position, query, sink);
    }

    @Override
    public String toString() {
        return "ledger as known at position " + position;
    }
}
