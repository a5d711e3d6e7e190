package dev.erpkit.accounting.dunning;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One command and all that it changed, a fact.
 *
 * @param sequence 1, 2, 3 ... in the order of recording
 * @param key the client's key of the command
 * @param fingerprint of what was asked
 * @param date the day on which it counts
 * @param recordedAt when it was recorded
 * @param actor who asked
 * @param changes what it changed; a run that finds nothing changes nothing
 */
public record DunningRecord(
        long sequence,
        IdempotencyKey key,
        Digest fingerprint,
        LocalDate date,
        Instant recordedAt,
        Actor actor,
        ImmutableList<DunningChange> changes) {}
