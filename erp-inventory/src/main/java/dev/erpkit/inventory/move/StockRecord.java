package dev.erpkit.inventory.move;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One command and the facts it recorded, numbered one after the other.
 *
 * @param key the client's key of the command
 * @param recordedAt when it was recorded
 * @param actor who asked
 * @param facts at least one
 */
public record StockRecord(IdempotencyKey key, Instant recordedAt, Actor actor, ImmutableList<StockFact> facts) {
    /** The number of its first fact. */
    public long first() {
        return facts.getFirst().number();
    }

    /** The number of its last fact. */
    public long last() {
        return facts.getLast().number();
    }
}
