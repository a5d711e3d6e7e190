package dev.erpkit.accounting.recurring;

import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * A fact about a template.
 *
 * @param number its place among all facts of the tenant, 1, 2, 3 ...
 * @param template which one
 * @param change what happened
 * @param recordedAt when we learnt it
 * @param actor who caused it
 */
public record RecurringFact(
        long number, RecurringId template, RecurringChange change, Instant recordedAt, Actor actor) {}
