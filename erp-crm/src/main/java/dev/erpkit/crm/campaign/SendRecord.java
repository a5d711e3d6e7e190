package dev.erpkit.crm.campaign;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.party.ConsentScope;
import java.time.Instant;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A message that was claimed: it may be sent, once. A fact.
 *
 * @param sequence 1, 2, 3 ... in the order of recording
 * @param key the client's key of the command
 * @param fingerprint of what was asked
 * @param recordedAt when it was claimed
 * @param actor who asked
 * @param message what and to whom
 * @param scope under which consent
 */
public record SendRecord(
        long sequence,
        IdempotencyKey key,
        Digest fingerprint,
        Instant recordedAt,
        Actor actor,
        Message message,
        ConsentScope scope) {
    /** The party that it names. */
    public ImmutableList<PartyId> parties() {
        return Lists.immutable.of(message.party());
    }
}
