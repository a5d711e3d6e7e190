package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * A fact: a consolidated period was frozen.
 *
 * @param frozen what the next period begins with, and the fingerprint of the figures
 * @param recordedAt when
 * @param actor who froze it
 */
public record ConsolidationRun(FrozenPeriod frozen, Instant recordedAt, Actor actor) {}
