package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerView;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.testkit.books.Journals;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * Everything that books answer at a moment, to be asked again later: what is recorded, and the balance of every account on
 * every day of the journal, as known at the end of it.
 *
 * @param journal the entries
 * @param items the open items with their matches
 * @param matches the matches
 * @param facts locks and year ends
 * @param balances base and amounts in minor units, by what was asked
 */
public record BooksAnswers(
        ImmutableList<PostedEntry> journal,
        ImmutableList<ItemHistory> items,
        ImmutableList<Match> matches,
        ImmutableList<PeriodFact> facts,
        ImmutableSortedMap<String, Long> balances) {
    /** What the books answer now. */
    public static BooksAnswers of(Books books) {
        ImmutableList<PostedEntry> journal = Journals.of(books.stores().journal());
        return new BooksAnswers(
                journal,
                OpenItemInvariants.items(books.stores().openItems()),
                OpenItemInvariants.matches(books.stores().openItems()),
                PeriodInvariants.facts(books.stores().periods()),
                balances(new ReferenceLedger(journal), books.ledger().asKnownAt(journal.size())));
    }

    private static ImmutableSortedMap<String, Long> balances(ReferenceLedger ledger, LedgerView view) {
        MutableSortedMap<String, Long> balances = SortedMaps.mutable.empty();
        for (BookId book : ledger.books()) {
            for (AccountId account : ledger.accounts()) {
                for (LocalDate day : ledger.days().newWith(LocalDate.MAX)) {
                    String asked = book + " " + account + " on " + day;
                    balances.put(asked, view.base(book, account, day));
                    ledger.currencies()
                            .forEach(currency -> balances.put(
                                    asked + " in " + currency.getCurrencyCode(),
                                    view.amount(book, account, currency, day)));
                }
            }
        }
        return balances.toImmutable();
    }

    /**
     * Where books no longer answer what they did, though nothing was recorded since but changes of master data: of the
     * chart, of rates, of policies.
     */
    public ImmutableList<Finding> stillGivenBy(Books books) {
        BooksAnswers now = of(books);
        MutableList<Finding> found = Lists.mutable.empty();
        compare(found, "the journal", journal, now.journal);
        compare(found, "open items", items, now.items);
        compare(found, "matches", matches, now.matches);
        compare(found, "periods", facts, now.facts);
        balances.forEachKeyValue((asked, answer) -> compare(found, asked, answer, now.balances.get(asked)));
        if (!books.verify().sound()) {
            found.add(new Finding("answers-stand", "the chain", books.verify().toString()));
        }
        return found.toImmutable();
    }

    private static void compare(MutableList<Finding> found, String where, Object before, Object now) {
        if (!before.equals(now)) {
            found.add(new Finding("answers-stand", where, "was " + before + " and is " + now));
        }
    }
}
