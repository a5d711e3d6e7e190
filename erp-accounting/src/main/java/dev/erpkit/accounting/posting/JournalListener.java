package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Refusal;
import java.util.Optional;

/**
 * Follows the journal inside the unit of work that appends: open items, the hash chain. What it throws rolls the posting
 * back.
 */
@FunctionalInterface
public interface JournalListener {
    /**
     * Takes an entry that was just appended, in the order of positions.
     *
     * @throws dev.erpkit.core.outcome.RefusedException to refuse the posting
     */
    void posted(PostedEntry entry);

    /**
     * Asked before an entry is reversed, in the unit of work that would reverse it and in previews; changes nothing.
     *
     * @return why it must not be reversed
     */
    default Optional<Refusal> reversing(PostedEntry original) {
        return Optional.empty();
    }
}
