package dev.erpkit.accounting.budget;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * A fact about budgets or commitments.
 *
 * @param number its place among all facts of the tenant, 1, 2, 3 ...
 * @param key the client's key of the command
 * @param change what happened
 * @param recordedAt when we learnt it
 * @param actor who caused it
 */
public record BudgetFact(long number, IdempotencyKey key, BudgetChange change, Instant recordedAt, Actor actor) {}
