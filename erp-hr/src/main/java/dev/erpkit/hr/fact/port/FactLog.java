package dev.erpkit.hr.fact.port;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.hr.fact.Fact;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: the facts of one area, insert-only, one stream for each person. What comes back equals what was appended: numbers,
 * dates and instants exactly, texts to the character, lists in their order.
 *
 * <p>The sequences of a stream are 1, 2, 3 ... without gaps, also when units of work fail. Of two facts decided from the same
 * state of a stream one is appended and the other gets {@link StaleVersionException}, so that no attendance overlaps another
 * and no day of leave is taken twice. Streams of different persons do not hold each other up.
 *
 * @param <C> the changes of the area
 */
public interface FactLog<C> {
    /**
     * Appends a fact.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence}
     * @throws DuplicateKeyException when its key is taken, in whatever stream
     */
    void append(Fact<C> fact);

    /** The fact with this key. */
    Optional<Fact<C>> find(IdempotencyKey key);

    /** Pushes the facts of a stream behind a sequence in the order of their sequence; the adapter owns the cursor. */
    void forEach(PartyId about, long afterSequence, Consumer<? super Fact<C>> sink);

    /** The sequence of the newest fact of a stream, 0 when there is none. */
    long lastSequence(PartyId about);
}
