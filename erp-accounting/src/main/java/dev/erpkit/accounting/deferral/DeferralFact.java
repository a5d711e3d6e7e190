package dev.erpkit.accounting.deferral;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * A fact about a deferral.
 *
 * @param number its place among all facts of the tenant, 1, 2, 3 ...
 * @param deferral which one
 * @param key the client's key of the command; that of what was recognised names deferral and place
 * @param change what happened
 * @param recordedAt when we learnt it
 * @param actor who caused it
 */
public record DeferralFact(
        long number, DeferralId deferral, IdempotencyKey key, DeferralChange change, Instant recordedAt, Actor actor) {}
