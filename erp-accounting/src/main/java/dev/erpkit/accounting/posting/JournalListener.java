package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.RefusedException;

/** Follows the journal inside the unit of work that appends: open items, the hash chain. */
@FunctionalInterface
public interface JournalListener {
    /**
     * Takes an entry that was just appended, in the order of positions. What it throws rolls the posting back.
     *
     * @throws RefusedException to refuse the posting
     */
    void posted(PostedEntry entry);
}
