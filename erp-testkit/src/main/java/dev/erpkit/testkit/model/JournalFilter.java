package dev.erpkit.testkit.model;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;

/** What a journal query means, condition by condition. */
public final class JournalFilter {
    private JournalFilter() {}

    /** Tells whether the query chooses the entry. */
    public static boolean accepts(JournalQuery query, PostedEntry posted) {
        JournalEntry entry = posted.entry();
        return posted.position() > query.afterPosition()
                && posted.position() <= query.throughPosition()
                && query.book().map(entry.book()::equals).orElse(true)
                && query.account()
                        .map(account ->
                                entry.lines().anySatisfy(line -> line.account().equals(account)))
                        .orElse(true)
                && query.from().map(from -> !entry.date().isBefore(from)).orElse(true)
                && query.until().map(until -> entry.date().isBefore(until)).orElse(true);
    }
}
