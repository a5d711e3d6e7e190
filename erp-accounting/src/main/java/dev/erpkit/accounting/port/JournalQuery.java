package dev.erpkit.accounting.port;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Chooses entries of the journal; all conditions must hold.
 *
 * @param afterPosition only entries with a greater position
 * @param throughPosition only entries with this position or a smaller one
 * @param book only entries of this book
 * @param account only entries with a line on this account
 * @param from only entries effective on this day or later
 * @param until only entries effective before this day
 */
public record JournalQuery(
        long afterPosition,
        long throughPosition,
        Optional<BookId> book,
        Optional<AccountId> account,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
    /** Every entry. */
    public static JournalQuery all() {
        return after(0);
    }

    /** Every entry behind a position. */
    public static JournalQuery after(long position) {
        return new JournalQuery(
                position, Long.MAX_VALUE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same choice, as known at a position. */
    public JournalQuery through(long position) {
        return new JournalQuery(afterPosition, position, book, account, from, until);
    }

    /** The same choice in one book. */
    public JournalQuery in(BookId one) {
        return new JournalQuery(afterPosition, throughPosition, Optional.of(one), account, from, until);
    }

    /** The same choice on one account. */
    public JournalQuery on(AccountId one) {
        return new JournalQuery(afterPosition, throughPosition, book, Optional.of(one), from, until);
    }

    /** The same choice between days. */
    public JournalQuery between(LocalDate startInclusive, LocalDate endExclusive) {
        return new JournalQuery(
                afterPosition, throughPosition, book, account, Optional.of(startInclusive), Optional.of(endExclusive));
    }

    /** Tells whether an entry fulfils every condition. */
    public boolean chooses(PostedEntry posted) {
        JournalEntry entry = posted.entry();
        return posted.position() > afterPosition
                && posted.position() <= throughPosition
                && (book.isEmpty() || book.get().equals(entry.book()))
                && (from.isEmpty() || !entry.date().isBefore(from.get()))
                && (until.isEmpty() || entry.date().isBefore(until.get()))
                && (account.isEmpty()
                        || entry.lines().anySatisfy(l -> l.account().equals(account.get())));
    }
}
