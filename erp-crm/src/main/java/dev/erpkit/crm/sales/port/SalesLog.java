package dev.erpkit.crm.sales.port;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.Slice;
import dev.erpkit.core.port.SliceRequest;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: what happened to the documents of one kind, one record for each command, insert-only. What comes back equals what was
 * appended: minor units, quantities and dates exactly, texts to the character, instants to the microsecond, changes in their
 * order.
 *
 * <p>Sequences are 1, 2, 3 ... without gaps, also when units of work fail. Of two records decided from the same state one
 * is appended and the other gets {@link StaleVersionException}, so that of two people who accept one quote one does.
 *
 * @param <C> the changes: {@code QuoteChange}, {@code OrderChange}, {@code ContractChange} or {@code BillingChange}
 */
public interface SalesLog<C> {
    /**
     * Appends a record.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence()}
     * @throws DuplicateKeyException when its key is taken
     */
    void append(SalesRecord<C> fact);

    /** The record with this key. */
    Optional<SalesRecord<C>> find(IdempotencyKey key);

    /** The records of a document in the order of their sequence; empty for an unknown one. */
    ImmutableList<SalesRecord<C>> of(DocumentId document);

    /** The records of all documents of a party behind a sequence, in the order of their sequence. */
    ImmutableList<SalesRecord<C>> of(PartyId party, long afterSequence);

    /** The records of all documents of a party in the order of their sequence. */
    default ImmutableList<SalesRecord<C>> of(PartyId party) {
        return of(party, 0);
    }

    /**
     * The first records of the chosen documents, in the order of their sequence, as many as asked for. The key of a slice is
     * such a sequence: what is recorded between two slices comes behind and moves nothing, so that no document is given twice
     * or left out. More than asked for follow, and only then there is a next request.
     *
     * @throws IllegalArgumentException for a key that no slice gave
     */
    Slice<SalesRecord<C>> begun(SalesQuery query, SliceRequest request);

    /** Pushes the records behind a sequence in the order of their sequence; the adapter owns the cursor. */
    void forEach(long afterSequence, Consumer<? super SalesRecord<C>> sink);

    /** The sequence of the newest record, 0 when there is none. */
    long lastSequence();
}
