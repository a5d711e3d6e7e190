package dev.erpkit.testkit.books;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Reads journals whole, which only tests and audits do. */
public final class Journals {
    private Journals() {}

    /** Every entry of a journal, in the order of positions. */
    public static ImmutableList<PostedEntry> of(JournalStore journal) {
        MutableList<PostedEntry> all = Lists.mutable.empty();
        journal.forEach(JournalQuery.all(), all::add);
        return all.toImmutable();
    }
}
