package dev.erpkit.accounting.port;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: the journal of one tenant, append-only. Positions are 1, 2, 3 ... without gaps, also when units of work fail.
 *
 * <p>What comes back equals what was appended: amounts to the last digit, lines in their order, instants to the
 * microsecond.
 */
public interface JournalStore {
    /** The entry with this id. */
    Optional<PostedEntry> find(EntryId id);

    /** The entry that reverses the one with this id; there is at most one. */
    Optional<EntryId> reversalOf(EntryId id);

    /** The position of the newest entry, 0 when there is none. */
    long lastPosition();

    /**
     * Appends entries, all or none.
     *
     * @param entries entries whose positions follow {@link #lastPosition()} one by one
     * @throws StaleVersionException when the positions do not follow the newest entry
     * @throws DuplicateKeyException when an id is taken, or an entry that is reversed already is reversed again
     */
    void append(ImmutableList<PostedEntry> entries);

    /** Pushes the chosen entries in the order of their positions; the adapter owns the cursor. */
    void forEach(JournalQuery query, Consumer<? super PostedEntry> sink);

    /**
     * Erases the free texts (narrative, notes) of an entry for good. Nothing else of it changes, and erasing again changes
     * nothing.
     *
     * @throws NotFoundException when there is no such entry
     */
    void eraseTexts(EntryId id);
}
