package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import java.math.BigDecimal;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** Lists of postings as cases expect them: account and amount in base currency. */
final class PostingLists {
    private PostingLists() {}

    /** The posted entry moves exactly the listed accounts, each by its amount; the trading account nets to nothing. */
    static void compareBase(Case current, Field list, PostedEntry posted) {
        MutableSortedMap<String, BigDecimal> moved = SortedMaps.mutable.empty();
        ImmutableList<String> axes = list.elements()
                .flatCollect(Field::names)
                .distinct()
                .select(n -> n.matches("dimension|project|cost_cent(er|re)|department|segment|branch|finance_book"));
        for (JournalLine line : posted.entry().lines()) {
            BigDecimal base =
                    CaseCurrencies.decimal(line.baseMinor(), line.base().getCurrency());
            String place = axes.collect(axis ->
                            line.dimensions().get(axis.replace('_', '-')).orElse(""))
                    .reject(String::isEmpty)
                    .makeString("/");
            moved.merge(line.account().value() + (place.isEmpty() ? "" : " " + place), base, BigDecimal::add);
        }
        moved.values().removeIf(sum -> sum.signum() == 0);
        MutableSortedMap<String, Boolean> listed = SortedMaps.mutable.empty();
        for (Field posting : list.elements()) {
            posting.requireNames(posting.names()
                    .select(axes::contains)
                    .newWith("account")
                    .newWith("amount")
                    .toArray(new String[0]));
            String place = axes.select(posting::has)
                    .collect(axis -> posting.at(axis).text())
                    .makeString("/");
            String account = posting.at("account").text() + (place.isEmpty() ? "" : " " + place);
            if (listed.put(account, true) != null) {
                throw new UnsupportedCaseException(posting.path() + " lists an account twice");
            }
            current.differences().number(posting.at("amount"), moved.getIfAbsentValue(account, BigDecimal.ZERO));
        }
        current.differences()
                .same(list, listed.keysView().toSortedList(), moved.keysView().toSortedList());
    }
}
