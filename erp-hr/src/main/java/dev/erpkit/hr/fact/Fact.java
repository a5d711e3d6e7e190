package dev.erpkit.hr.fact;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * Something that became known about a person, never edited.
 *
 * @param about the person, or the employer for what concerns no single person
 * @param sequence 1, 2, 3 ... in the stream of the person, in the order of recording
 * @param key the client's key of the command
 * @param recordedAt when it was recorded, to the microsecond
 * @param actor who asked
 * @param change what happened
 */
public record Fact<C>(PartyId about, long sequence, IdempotencyKey key, Instant recordedAt, Actor actor, C change) {
    /** Without the change, which may be personal. */
    @Override
    public String toString() {
        return "Fact[" + about + " " + sequence + " " + key + "]";
    }
}
