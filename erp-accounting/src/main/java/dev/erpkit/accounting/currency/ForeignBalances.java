package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.currency.ForeignBalance.Share;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.MutableSet;

/** The foreign balances of accounts as a fold of the journal. */
public final class ForeignBalances {
    private record Key(AccountId account, Optional<PartyId> party, CurrencyUnit currency) {}

    /** Amount, base and what of that was revalued, added to in place. */
    private static final class Sum {
        private long amount;
        private long base;
        private long revalued;

        void add(long more, long inBase, boolean revaluation) {
            amount = Math.addExact(amount, more);
            base = Math.addExact(base, inBase);
            revalued = revaluation ? Math.addExact(revalued, inBase) : revalued;
        }

        boolean isZero() {
            return amount == 0 && base == 0 && revalued == 0;
        }
    }

    private final ImmutableMap<AccountId, Account> accounts;
    private final JournalStore journal;
    private final MutableMap<Key, MutableSortedMap<Dimensions, Sum>> sums = Maps.mutable.empty();
    private final MutableSet<EntryId> revaluations = Sets.mutable.empty();

    private ForeignBalances(ImmutableList<Account> accounts, JournalStore journal) {
        this.accounts = accounts.groupByUniqueKey(Account::id);
        this.journal = journal;
    }

    /**
     * What an account holds in each foreign currency at the end of a day, as known at a position; by party where it is a
     * control account. Balances that are zero in both currencies are left out.
     */
    public static ImmutableList<ForeignBalance> of(
            JournalStore journal, BookId book, Account account, LocalDate asOf, long knownAt) {
        return of(journal, book, Lists.immutable.of(account), asOf, knownAt);
    }

    /** The same of several accounts, in the order of their codes, from one reading of the journal. */
    public static ImmutableList<ForeignBalance> of(
            JournalStore journal, BookId book, ImmutableList<Account> accounts, LocalDate asOf, long knownAt) {
        ForeignBalances fold = new ForeignBalances(accounts.distinctBy(Account::id), journal);
        JournalQuery inBook = JournalQuery.all().through(knownAt).in(book);
        JournalQuery query = accounts.size() == 1 ? inBook.on(accounts.getOnly().id()) : inBook;
        journal.forEach(query, posted -> {
            if (!posted.entry().date().isAfter(asOf)) {
                fold.add(posted.entry());
            }
        });
        return fold.balances();
    }

    private void add(JournalEntry entry) {
        if (entry.lines().noneSatisfy(this::counts)) {
            return;
        }
        boolean revaluation = revalues(entry);
        for (JournalLine line : entry.lines()) {
            if (counts(line)) {
                Key key = new Key(
                        line.account(),
                        itemised(line.account()) ? line.party() : Optional.empty(),
                        line.amount().getCurrency());
                sums.getIfAbsentPut(key, SortedMaps.mutable::empty)
                        .getIfAbsentPut(line.dimensions(), Sum::new)
                        .add(line.amountMinor(), line.baseMinor(), revaluation);
            }
        }
    }

    private boolean counts(JournalLine line) {
        return accounts.containsKey(line.account())
                && !line.amount().getCurrency().equals(line.base().getCurrency());
    }

    private boolean itemised(AccountId account) {
        return accounts.get(account).control().isPresent();
    }

    private ImmutableList<ForeignBalance> balances() {
        MutableList<ForeignBalance> balances = Lists.mutable.empty();
        sums.forEachKeyValue((key, byDimensions) -> {
            Sum total = new Sum();
            MutableList<Share> shares = Lists.mutable.empty();
            byDimensions.forEachKeyValue((dimensions, sum) -> {
                total.amount = Math.addExact(total.amount, sum.amount);
                total.base = Math.addExact(total.base, sum.base);
                total.revalued = Math.addExact(total.revalued, sum.revalued);
                shares.add(new Share(dimensions, sum.amount, sum.base));
            });
            if (!total.isZero()) {
                balances.add(new ForeignBalance(
                        key.account(),
                        key.party(),
                        itemised(key.account()),
                        key.currency(),
                        total.amount,
                        total.base,
                        total.revalued,
                        shares.toImmutable()));
            }
        });
        return balances.toSortedList().toImmutable();
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
