package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;

/** The foreign balances of accounts as a fold of the journal. */
public final class ForeignBalances {
    private record Key(Optional<PartyId> party, CurrencyUnit currency) {}

    private final Account account;
    private final JournalStore journal;
    private final MutableMap<Key, ForeignBalance> balances = Maps.mutable.empty();
    private final MutableSet<EntryId> revaluations = Sets.mutable.empty();

    private ForeignBalances(Account account, JournalStore journal) {
        this.account = account;
        this.journal = journal;
    }

    /**
     * What an account holds in each foreign currency at the end of a day, as known at a position; by party where it is a
     * control account. Balances that are zero in both currencies are left out.
     */
    public static ImmutableList<ForeignBalance> of(
            JournalStore journal, BookId book, Account account, LocalDate asOf, long knownAt) {
        ForeignBalances fold = new ForeignBalances(account, journal);
        journal.forEach(JournalQuery.all().through(knownAt).in(book).on(account.id()), posted -> {
            if (!posted.entry().date().isAfter(asOf)) {
                fold.add(posted.entry());
            }
        });
        return fold.balances
                .select(b -> b.amountMinor() != 0 || b.baseMinor() != 0 || b.revaluedMinor() != 0)
                .toSortedList()
                .toImmutable();
    }

    private void add(JournalEntry entry) {
        boolean revaluation = revalues(entry);
        AccountId id = account.id();
        for (JournalLine line : entry.lines()) {
            CurrencyUnit currency = line.amount().getCurrency();
            if (line.account().equals(id) && !currency.equals(line.base().getCurrency())) {
                boolean itemised = account.control().isPresent();
                Key key = new Key(itemised ? line.party() : Optional.empty(), currency);
                ForeignBalance before = balances.getIfAbsent(
                        key, () -> new ForeignBalance(id, key.party(), itemised, currency, 0, 0, 0));
                balances.put(
                        key, before.plus(line.amountMinor(), line.baseMinor(), revaluation ? line.baseMinor() : 0));
            }
        }
    }

    private boolean revalues(JournalEntry entry) {
        if (entry.kind() == EntryKind.REVALUATION) {
            revaluations.add(entry.id());
            return true;
        }
        return entry.reverses()
                .map(original -> revaluations.contains(original)
                        || journal.find(original)
                                .map(found -> found.entry().kind() == EntryKind.REVALUATION)
                                .orElse(false))
                .orElse(false);
    }
}
