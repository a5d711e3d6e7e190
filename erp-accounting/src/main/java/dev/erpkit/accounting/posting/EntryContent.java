package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import java.time.LocalDate;

/** Tells whether an entry that comes again is the one that was posted. */
final class EntryContent {
    private EntryContent() {}

    /**
     * Whether the posted entry came from this proposal. Two changes are not differences: texts that were erased since, and
     * a date that a lock moved, which left the wanted date as document date.
     *
     * @param movable whether the policy moves entries from under a lock
     */
    static boolean same(JournalEntry posted, JournalEntry proposed, boolean movable) {
        if (posted == proposed || posted.equals(proposed)) {
            return true;
        }
        LocalDate moved = posted.date();
        JournalEntry asProposed = movable && moved.isAfter(proposed.date()) ? movedTo(proposed, moved) : proposed;
        return headsEqual(posted, asProposed) && linesEqual(posted, asProposed);
    }

    /** The proposal with the date that a lock moved it to. */
    static JournalEntry movedTo(JournalEntry proposed, LocalDate date) {
        return JournalEntry.builder()
                .from(proposed)
                .date(date)
                .documentDate(proposed.documentDate().orElse(proposed.date()))
                .build();
    }

    private static boolean headsEqual(JournalEntry a, JournalEntry b) {
        return a.id().equals(b.id())
                && a.book().equals(b.book())
                && a.journal().equals(b.journal())
                && a.date().equals(b.date())
                && a.documentDate().equals(b.documentDate())
                && a.kind() == b.kind()
                && a.source().equals(b.source())
                && a.eventDigest().equals(b.eventDigest())
                && a.reverses().equals(b.reverses())
                && (a.narrative().isEmpty() || a.narrative().equals(b.narrative()))
                && a.assertions().size() == b.assertions().size()
                && a.assertions()
                        .zip(b.assertions())
                        .allSatisfy(p -> p.getOne().account().equals(p.getTwo().account())
                                && p.getOne().balance().isEqualTo(p.getTwo().balance()));
    }

    private static boolean linesEqual(JournalEntry a, JournalEntry b) {
        return a.lines().size() == b.lines().size()
                && a.lines().zip(b.lines()).allSatisfy(p -> lineEqual(p.getOne(), p.getTwo()));
    }

    /** By minor units, so that any host's kind of amount will do. */
    private static boolean lineEqual(JournalLine a, JournalLine b) {
        return a.account().equals(b.account())
                && a.amountMinor() == b.amountMinor()
                && a.baseMinor() == b.baseMinor()
                && a.amount().getCurrency().equals(b.amount().getCurrency())
                && a.base().getCurrency().equals(b.base().getCurrency())
                && a.dimensions().equals(b.dimensions())
                && a.party().equals(b.party())
                && a.document().equals(b.document())
                && a.dueDate().equals(b.dueDate())
                && a.adjustment() == b.adjustment()
                && (a.note().isEmpty() || a.note().equals(b.note()));
    }

    /** Whether an entry has the lines of another one, in their order, on the other side. */
    static boolean contrary(JournalEntry original, JournalEntry reversal) {
        return original.book().equals(reversal.book())
                && original.lines().size() == reversal.lines().size()
                && original.lines()
                        .zip(reversal.lines())
                        .allSatisfy(p -> lineEqual(
                                p.getOne().withoutNote().negated(), p.getTwo().withoutNote()));
    }
}
