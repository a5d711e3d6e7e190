package dev.erpkit.accounting.chart;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** What an account still holds over all its days: balances by book and currency, and open items. */
final class Holdings {
    private record Place(BookId book, CurrencyUnit currency, CurrencyUnit base) {}

    private record Sum(long amount, long base) {
        Sum plus(JournalLine line) {
            return new Sum(Math.addExact(amount, line.amountMinor()), Math.addExact(base, line.baseMinor()));
        }

        boolean isZero() {
            return amount == 0 && base == 0;
        }
    }

    private Holdings() {}

    /**
     * Why an account cannot end yet: {@code account.has-balance} or {@code account.has-open-items}. Income and expense may
     * end with a balance, which the close of the year brings to zero.
     */
    static Optional<Refusal> blocker(Account account, JournalStore journal, OpenItemLog items) {
        return account.accountClass().balanceSheet()
                ? balance(account.id(), journal).or(() -> account.control().flatMap(kind -> open(account.id(), items)))
                : Optional.empty();
    }

    private static Optional<Refusal> balance(AccountId id, JournalStore journal) {
        Map<Place, Sum> sums = new LinkedHashMap<>();
        journal.forEach(
                JournalQuery.all().on(id),
                posted -> posted.entry().lines().forEach(line -> {
                    if (line.account().equals(id)) {
                        Place place = new Place(
                                posted.entry().book(),
                                line.amount().getCurrency(),
                                line.base().getCurrency());
                        sums.put(place, sums.getOrDefault(place, new Sum(0, 0)).plus(line));
                    }
                }));
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .findFirst()
                .map(sum -> refusal(id, sum.getKey(), sum.getValue()));
    }

    private static Refusal refusal(AccountId id, Place place, Sum sum) {
        String balance = Amounts.canonical(
                sum.amount() != 0
                        ? Amounts.ofMinor(sum.amount(), place.currency())
                        : Amounts.ofMinor(sum.base(), place.base()));
        return Refusal.of(
                        ChartRefusals.HAS_BALANCE,
                        "Account " + id + " has a balance of " + balance + " in book " + place.book()
                                + "; move it to another account first")
                .with("account", id)
                .with("balance", balance)
                .with("book", place.book());
    }

    private static Optional<Refusal> open(AccountId id, OpenItemLog items) {
        MutableList<ItemId> open = Lists.mutable.empty();
        items.forEach(OpenItemQuery.all().on(id), history -> {
            if (history.residual().open()) {
                open.add(history.item().id());
            }
        });
        return open.getFirstOptional()
                .map(first -> Refusal.of(
                                ChartRefusals.HAS_OPEN_ITEMS,
                                "Account " + id + " has " + open.size() + " open items, the first of them " + first
                                        + "; match them first")
                        .with("account", id)
                        .with("open", open.size())
                        .with("first", first));
    }
}
