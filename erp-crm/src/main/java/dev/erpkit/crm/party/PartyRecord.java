package dev.erpkit.crm.party;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.Instant;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One command and all that it changed, a fact.
 *
 * @param sequence 1, 2, 3 ... in the order of recording
 * @param key the client's key of the command
 * @param fingerprint of what was asked
 * @param recordedAt when it was recorded
 * @param actor who asked
 * @param changes what it changed
 */
public record PartyRecord(
        long sequence,
        IdempotencyKey key,
        Digest fingerprint,
        Instant recordedAt,
        Actor actor,
        ImmutableList<PartyChange> changes) {
    /** Every party that it names, each once. */
    public ImmutableList<PartyId> parties() {
        return changes.flatCollect(PartyChange::parties).distinct();
    }
}
