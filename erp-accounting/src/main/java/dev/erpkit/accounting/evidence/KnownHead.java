package dev.erpkit.accounting.evidence;

import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;

/**
 * What the heads of many entries have in common.
 *
 * @param numberJournal the journal of the number
 * @param year the fiscal year of the number
 * @param poster the id of who posted
 * @param book the book
 * @param journal the journal of the entry, which is that of the number unless somebody has been at it
 * @param kind the kind
 * @param numbered the journal of the number, its year, the number, and who posted; the number differs
 * @param dated book, journal and day; the day differs
 * @param plain the same, and the kind of an entry without document date, source and reversal
 */
record KnownHead(
        String numberJournal,
        int year,
        String poster,
        String book,
        String journal,
        EntryKind kind,
        Template numbered,
        Template dated,
        Template plain) {
    static KnownHead of(PostedEntry posted) {
        JournalEntry entry = posted.entry();
        String journal = posted.number().journal().value();
        return new KnownHead(
                journal,
                posted.number().fiscalYear(),
                posted.postedBy().id(),
                entry.book().value(),
                entry.journal().value(),
                entry.kind(),
                numbered(
                        journal, posted.number().fiscalYear(), posted.postedBy().id()),
                dated(entry, false),
                dated(entry, true));
    }

    private static Template numbered(String journal, int year, String poster) {
        CanonicalWriter out = new CanonicalWriter();
        out.text(journal);
        out.number(year);
        int number = out.length();
        out.number(0L);
        out.text(poster);
        return out.template(number, number);
    }

    private static Template dated(JournalEntry entry, boolean plain) {
        CanonicalWriter out = new CanonicalWriter();
        out.text(entry.book().value());
        out.text(entry.journal().value());
        int day = out.length();
        out.number(0L);
        if (plain) {
            out.octet(0);
            out.text(entry.kind().name());
            out.octet(0);
            out.text("");
        }
        return out.template(day, day);
    }

    boolean fits(PostedEntry posted) {
        JournalEntry entry = posted.entry();
        return year == posted.number().fiscalYear()
                && kind == entry.kind()
                && numberJournal.equals(posted.number().journal().value())
                && poster.equals(posted.postedBy().id())
                && book.equals(entry.book().value())
                && journal.equals(entry.journal().value());
    }
}
