package dev.erpkit.hr.time;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.Recording;
import dev.erpkit.hr.fact.port.FactLog;
import java.time.InstantSource;

/**
 * Records attendance. Every command is one unit of work, decided from all attendance of the person; the same key with the
 * same content gives the first fact again, with other content {@code fact.key-reused}.
 *
 * <p>Permission: {@code attendance.record}, with the person as scope; {@code access.denied} otherwise.
 */
public final class AttendanceService {
    private static final String RECORD = "attendance.record";

    private final Recording<AttendanceChange> recording;

    /** A service over a host's ports. */
    public AttendanceService(
            FactLog<AttendanceChange> log, UnitOfWork unitOfWork, AccessPolicy access, InstantSource clock) {
        this.recording = new Recording<>(log, unitOfWork, access, clock);
    }

    /** The attendance of a person. */
    public AttendanceSheet sheet(PartyId person) {
        return recording.fold(person, new AttendanceSheet(), sheet -> sheet::apply);
    }

    /** Records a spell of work; refused as {@link AttendanceSheet#refusal} says. */
    public Outcome<Fact<AttendanceChange>> record(
            IdempotencyKey key, Attendance attendance, PartyId person, Actor actor) {
        return command(key, new AttendanceChange.Recorded(attendance), person, actor);
    }

    /** Withdraws a spell of work; refused as {@link AttendanceSheet#refusal} says. */
    public Outcome<Fact<AttendanceChange>> withdraw(
            IdempotencyKey key, AttendanceId id, String reason, PartyId person, Actor actor) {
        return command(key, new AttendanceChange.Withdrawn(id, reason), person, actor);
    }

    private Outcome<Fact<AttendanceChange>> command(
            IdempotencyKey key, AttendanceChange change, PartyId person, Actor actor) {
        return recording.record(
                key,
                RECORD,
                person,
                actor,
                change::equals,
                () -> sheet(person)
                        .refusal(change)
                        .<Outcome<AttendanceChange>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.accepted(change)));
    }
}
