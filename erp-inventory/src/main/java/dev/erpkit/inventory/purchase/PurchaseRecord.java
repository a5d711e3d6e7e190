package dev.erpkit.inventory.purchase;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * One command and the fact it recorded.
 *
 * @param sequence 1, 2, 3 ... in the order of recording
 * @param key the client's key of the command
 * @param recordedAt when it was recorded
 * @param actor who asked
 * @param fact what happened
 */
public record PurchaseRecord(long sequence, IdempotencyKey key, Instant recordedAt, Actor actor, PurchaseFact fact) {}
