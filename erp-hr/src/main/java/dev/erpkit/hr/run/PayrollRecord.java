package dev.erpkit.hr.run;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * A fact about payroll: the effect of one command.
 *
 * @param sequence 1, 2, 3 ... without gaps
 * @param key the client's key of the command
 * @param fingerprint tells the content of the command from another
 * @param recordedAt when it was recorded, to the microsecond
 * @param actor who sent it
 * @param change what happened
 */
public record PayrollRecord(
        long sequence, IdempotencyKey key, String fingerprint, Instant recordedAt, Actor actor, RunChange change) {}
