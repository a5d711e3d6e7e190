package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.PostedEntry;

/**
 * Follows the journal inside the unit of work that appends: open items, the hash chain. What it throws rolls the posting
 * back.
 */
@FunctionalInterface
public interface JournalListener {
    /** Takes an entry that was just appended, in the order of positions. */
    void posted(PostedEntry entry);
}
