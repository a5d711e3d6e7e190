package dev.erpkit.crm.sales;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One command on one document and all that it changed, a fact.
 *
 * @param sequence 1, 2, 3 ... in the order of recording, over all documents of one log
 * @param key the client's key of the command
 * @param fingerprint of what was asked, 64 hexadecimal digits
 * @param document the document
 * @param party whose document it is
 * @param date the day on which it counts
 * @param recordedAt when it was recorded
 * @param actor who asked
 * @param changes what it changed
 * @param <C> the changes of one kind of document
 */
public record SalesRecord<C>(
        long sequence,
        IdempotencyKey key,
        String fingerprint,
        DocumentId document,
        PartyId party,
        LocalDate date,
        Instant recordedAt,
        Actor actor,
        ImmutableList<C> changes) {}
