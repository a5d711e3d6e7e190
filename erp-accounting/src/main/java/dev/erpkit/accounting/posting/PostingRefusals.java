package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.RichIterable;

/** The refusals of posting, each with its code and the sentence that says what to do. */
final class PostingRefusals {
    private PostingRefusals() {}

    static Refusal of(String code, String message) {
        return Refusal.of(RefusalCode.of(code), message);
    }

    static Refusal idReused(Object id) {
        return of("entry.id-reused", "Entry " + id + " was posted with other content; take another id")
                .with("entry", id);
    }

    static Refusal unbalanced(CurrencyUnit currency, long differenceMinor, String kind) {
        String code = currency.getCurrencyCode();
        String difference = Amounts.canonical(Amounts.ofMinor(differenceMinor, currency));
        return of(
                        "entry.unbalanced",
                        "The " + kind + " amounts in " + code + " differ by " + difference + "; correct or add a line")
                .with("currency", code)
                .with("difference", difference);
    }

    static Refusal overflow() {
        return of(
                "journal.overflow",
                "The debits of the journal would sum to more than 2^62 minor units; begin another journal");
    }

    static Refusal outsideCalendar(Book book, LocalDate day) {
        return of(
                        "entry.date",
                        day + " is in no fiscal year of book " + book.id() + ", whose calendar covers "
                                + book.calendar().range() + "; choose a day of it or extend the calendar")
                .with("book", book.id())
                .with("date", day);
    }

    static Refusal noBook(BookId book, RichIterable<BookId> known) {
        return of(
                        "book.unknown",
                        "There is no book " + book + "; name one of "
                                + known.toSortedList().makeString(", "))
                .with("book", book);
    }

    static Refusal noJournal(JournalId journal, RichIterable<JournalId> known) {
        return of(
                        "journal.unknown",
                        "There is no journal " + journal + "; name one of "
                                + known.toSortedList().makeString(", ") + " or set it up")
                .with("journal", journal);
    }

    static Refusal notPosted(EntryId original) {
        return of("entry.reverses-unknown", "There is no entry " + original + " to reverse; name one that was posted")
                .with("entry", original);
    }

    static Refusal beforeOriginal(JournalEntry original, LocalDate day) {
        return of(
                        "entry.reversal-before-original",
                        "Entry " + original.id() + " counts from " + original.date() + ", so nothing is to reverse on "
                                + day + "; reverse it on its day or later")
                .with("entry", original.id())
                .with("date", original.date());
    }

    static Refusal closingDay(BookId book, LocalDate day) {
        return of(
                        "entry.closing-day",
                        "Closing entries of book " + book
                                + " and their reversals stand on the last day of a fiscal year," + " not on " + day
                                + "; close or reopen the year, or post it as NORMAL")
                .with("book", book)
                .with("date", day);
    }

    static Refusal account(String code, Object account, int line, String message) {
        return of(code, "Account " + account + " " + message)
                .with("account", account)
                .with("line", line);
    }
}
