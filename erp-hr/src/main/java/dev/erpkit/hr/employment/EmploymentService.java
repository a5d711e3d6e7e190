package dev.erpkit.hr.employment;

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
 * Records who joins, moves and leaves. Every command is one unit of work, decided from all facts of the person; the same key
 * with the same content gives the first fact again, with other content {@code fact.key-reused}.
 *
 * <p>Permission: {@code employment.change}, with the person as scope; {@code access.denied} otherwise.
 */
public final class EmploymentService {
    private static final String CHANGE = "employment.change";

    private final Recording<EmploymentChange> recording;

    /** A service over a host's ports. */
    public EmploymentService(
            FactLog<EmploymentChange> log, UnitOfWork unitOfWork, AccessPolicy access, InstantSource clock) {
        this.recording = new Recording<>(log, unitOfWork, access, clock);
    }

    /** The employment of a person. */
    public PersonFile file(PartyId person) {
        return recording.fold(person, new PersonFile(), file -> file::apply);
    }

    /** Records a change; refused as {@link PersonFile#refusal} says. */
    public Outcome<Fact<EmploymentChange>> change(
            IdempotencyKey key, EmploymentChange change, PartyId person, Actor actor) {
        return recording.record(
                key,
                CHANGE,
                person,
                actor,
                change::equals,
                () -> file(person)
                        .refusal(change)
                        .<Outcome<EmploymentChange>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.accepted(change)));
    }
}
