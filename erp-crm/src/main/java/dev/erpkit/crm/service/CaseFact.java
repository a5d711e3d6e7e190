package dev.erpkit.crm.service;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * What happened to a case, a fact.
 *
 * @param caseId the case
 * @param number 1, 2, 3 ... for each case, in the order of recording
 * @param key the client's key of the command
 * @param at when it happened, not before the fact before it
 * @param recordedAt when it was recorded
 * @param actor who told it
 * @param change what happened
 */
public record CaseFact(
        CaseId caseId,
        long number,
        IdempotencyKey key,
        Instant at,
        Instant recordedAt,
        Actor actor,
        CaseChange change) {}
