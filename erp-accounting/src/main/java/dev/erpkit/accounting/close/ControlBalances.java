package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.ledger.LedgerView;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What is open at the end of a day by control account and currency, beside what the ledger says. */
final class ControlBalances {
    private record Key(AccountId account, CurrencyUnit currency) {}

    private final BookId book;
    private final LocalDate day;
    private final MutableMap<Key, Long> open = Maps.mutable.empty();

    private ControlBalances(BookId book, LocalDate day) {
        this.book = book;
        this.day = day;
    }

    static ControlBalances of(OpenItemLog items, BookId book, LocalDate day) {
        ControlBalances balances = new ControlBalances(book, day);
        items.forEach(
                OpenItemQuery.all().in(book),
                history -> balances.open.merge(
                        new Key(history.item().account(), history.item().currency()),
                        history.residual(day).amountMinor(),
                        Math::addExact));
        return balances;
    }

    /** How far the ledger is above the items, by currency, without those that agree: {@code 1160 USD 12.5}. */
    ImmutableList<String> differences(LedgerView ledger, AccountId account) {
        MutableMap<CurrencyUnit, Long> told = Maps.mutable.empty();
        ledger.balances(LedgerQuery.asOf(book, day))
                .select(balance -> balance.account().equals(account))
                .forEach(balance ->
                        told.merge(balance.currency(), balance.amount().closingMinor(), Math::addExact));
        open.forEachKeyValue((key, minor) -> {
            if (key.account().equals(account)) {
                told.merge(key.currency(), Math.negateExact(minor), Math::addExact);
            }
        });
        return told.keyValuesView()
                .reject(difference -> difference.getTwo() == 0)
                .collect(difference ->
                        account + " " + Amounts.canonical(Amounts.ofMinor(difference.getTwo(), difference.getOne())))
                .toSortedList()
                .toImmutable();
    }
}
