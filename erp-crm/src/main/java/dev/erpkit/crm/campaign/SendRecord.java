package dev.erpkit.crm.campaign;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.party.ConsentScope;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A message that was asked for: claimed, so that it may be sent, once; or not to be sent, and why. A fact either way.
 *
 * @param sequence 1, 2, 3 ... in the order of recording
 * @param key the client's key of the command
 * @param fingerprint of what was asked
 * @param recordedAt when it was claimed or refused
 * @param actor who asked
 * @param message what and to whom
 * @param scope under which consent
 * @param notSent why it was refused; nothing for one that was claimed
 */
public record SendRecord(
        long sequence,
        IdempotencyKey key,
        Digest fingerprint,
        Instant recordedAt,
        Actor actor,
        Message message,
        ConsentScope scope,
        Optional<NotSent> notSent) {
    /** Whether it was claimed. */
    public boolean sent() {
        return notSent.isEmpty();
    }

    /** What the caller was told, where it was refused. */
    public Optional<Refusal> refusal() {
        return notSent.map(why -> why.refusal(message.party(), scope));
    }

    /** The party that it names. */
    public ImmutableList<PartyId> parties() {
        return Lists.immutable.of(message.party());
    }
}
