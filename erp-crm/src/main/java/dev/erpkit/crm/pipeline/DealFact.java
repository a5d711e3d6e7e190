package dev.erpkit.crm.pipeline;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * What happened to a deal, a fact.
 *
 * @param deal the deal
 * @param number 1, 2, 3 ... for each deal, in the order of recording
 * @param key the client's key of the command
 * @param at when it happened, not before the fact before it
 * @param recordedAt when it was recorded
 * @param actor who told it
 * @param change what happened
 */
public record DealFact(
        DealId deal, long number, IdempotencyKey key, Instant at, Instant recordedAt, Actor actor, DealChange change) {}
