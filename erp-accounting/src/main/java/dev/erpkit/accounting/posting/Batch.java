package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.JournalEntry;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Entries that are sent together. Elements linked to the next form a chain that is posted as a whole or not at all; chains
 * do not depend on one another.
 *
 * @param elements the entries with their links, in the order in which they are posted
 */
public record Batch(ImmutableList<Element> elements) {
    /**
     * One entry of a batch.
     *
     * @param entry the entry
     * @param linkedToNext whether it stands or falls with the next element
     */
    public record Element(JournalEntry entry, boolean linkedToNext) {}

    /** A batch in which all entries stand or fall together. */
    public static Batch atomic(Iterable<JournalEntry> entries) {
        ImmutableList<JournalEntry> all = Lists.immutable.withAll(entries);
        return new Batch(all.collectWithIndex((entry, i) -> new Element(entry, i < all.size() - 1)));
    }

    /** A batch in which every entry stands alone. */
    public static Batch independent(Iterable<JournalEntry> entries) {
        return new Batch(Lists.immutable.withAll(entries).collect(entry -> new Element(entry, false)));
    }
}
