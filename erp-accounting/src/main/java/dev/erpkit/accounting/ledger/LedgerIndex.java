package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javax.money.CurrencyUnit;

/** Balances as a fold of the journal, built from the log and advanced by position. */
public final class LedgerIndex {
    private final List<PostedEntry> entries = new ArrayList<>();

    /** An index of nothing. */
    public LedgerIndex() {}

    /** The last position that was folded in. */
    public synchronized long position() {
        return entries.size();
    }

    /** Folds in the entry that follows {@link #position()}; an entry that was folded in already changes nothing. */
    public synchronized void advance(PostedEntry entry) {
        if (entry.position() == position() + 1) {
            entries.add(entry);
        }
    }

    /** Folds in what the store holds behind {@link #position()}. */
    public void catchUp(JournalStore store) {
        store.forEach(JournalQuery.after(position()), this::advance);
    }

    /** The balance in a transaction currency at the end of a day, in minor units, debit positive. */
    public synchronized long amount(BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf) {
        return fold(book, account, asOf, line -> line.amount().getCurrency().equals(currency) ? line.amountMinor() : 0);
    }

    /** The balance in base currency at the end of a day, in minor units, debit positive. */
    public synchronized long base(BookId book, AccountId account, LocalDate asOf) {
        return fold(book, account, asOf, JournalLine::baseMinor);
    }

    /** What a day adds to a balance. */
    @FunctionalInterface
    public interface DayChange {
        /** Takes the sum of a day, in minor units, debit positive. */
        void add(LocalDate day, long minor);
    }

    /** Pushes what each day behind a day adds to a balance in a transaction currency, in the order of days. */
    public synchronized void forEachLaterDay(
            BookId book, AccountId account, CurrencyUnit currency, LocalDate after, DayChange sink) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (PostedEntry posted : entries) {
            if (posted.entry().book().equals(book) && posted.entry().date().isAfter(after)) {
                for (JournalLine line : posted.entry().lines()) {
                    if (line.account().equals(account) && line.amount().getCurrency().equals(currency)) {
                        days.merge(posted.entry().date(), line.amountMinor(), Math::addExact);
                    }
                }
            }
        }
        days.forEach(sink::add);
    }

    /**
     * The sum of all debits over all books, accounts and currencies, in minor units, each line with the greater of its two
     * amounts: no balance and no sum of lines can be greater. {@code Long.MAX_VALUE} when it is beyond that.
     */
    public synchronized long debits() {
        long sum = 0;
        for (PostedEntry posted : entries) {
            for (JournalLine line : posted.entry().lines()) {
                long debit = Math.max(0, Math.max(line.amountMinor(), line.baseMinor()));
                sum = sum + debit < 0 ? Long.MAX_VALUE : sum + debit;
            }
        }
        return sum;
    }

    private long fold(BookId book, AccountId account, LocalDate asOf, ToLongFunction<JournalLine> part) {
        long sum = 0;
        for (PostedEntry posted : entries) {
            if (posted.entry().book().equals(book) && !posted.entry().date().isAfter(asOf)) {
                for (JournalLine line : posted.entry().lines()) {
                    sum = line.account().equals(account) ? Math.addExact(sum, part.applyAsLong(line)) : sum;
                }
            }
        }
        return sum;
    }
}
