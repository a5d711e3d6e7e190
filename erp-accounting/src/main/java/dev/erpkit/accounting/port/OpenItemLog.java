package dev.erpkit.accounting.port;

import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: the open items of one tenant and their matches, append-only. What comes back equals what was appended: minor units
 * and dates exactly, texts to the character, instants to the microsecond.
 *
 * <p>Sequences of matches are 1, 2, 3 ... without gaps, also when units of work fail. Of two matches decided from the same
 * state one is appended and the other gets {@link StaleVersionException}, so that nobody consumes twice what is open.
 */
public interface OpenItemLog {
    /**
     * Inserts items, all or none.
     *
     * @throws DuplicateKeyException when there is an item of one of the lines
     */
    void insert(ImmutableList<OpenItem> items);

    /** The item of a line with all its matches, in the order of their sequence. */
    Optional<ItemHistory> find(ItemId id);

    /**
     * Pushes the chosen items with all their matches that were known, matches in the order of their sequence, items in the
     * order of their position in the journal and then of their line. See {@link OpenItemQuery#chooses} for which are chosen
     * and {@link OpenItemQuery#known} for what comes back of them. The adapter owns the cursor.
     */
    void forEach(OpenItemQuery query, Consumer<? super ItemHistory> sink);

    /**
     * Appends a match.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence()}
     * @throws DuplicateKeyException when its id is taken, or the match that it undoes was undone already
     * @throws NotFoundException when there is no item of one of its parts, or no match that it undoes
     */
    void append(Match match);

    /** The match with this id. */
    Optional<Match> match(MatchId id);

    /** Pushes the matches behind a sequence in the order of their sequence; the adapter owns the cursor. */
    void forEachMatch(long afterSequence, Consumer<? super Match> sink);

    /** The sequence of the newest match, 0 when there is none. */
    long lastSequence();
}
