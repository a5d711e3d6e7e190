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
 * Records how an employer is organised; its facts stand in the stream of the employer. Idempotent as all services of people.
 *
 * <p>Permission: {@code organisation.change}, with the employer as scope; {@code access.denied} otherwise.
 */
public final class OrganisationService {
    private static final String CHANGE = "organisation.change";

    private final Recording<OrganisationChange> recording;

    /** A service over a host's ports. */
    public OrganisationService(
            FactLog<OrganisationChange> log, UnitOfWork unitOfWork, AccessPolicy access, InstantSource clock) {
        this.recording = new Recording<>(log, unitOfWork, access, clock);
    }

    /** The organisation of an employer. */
    public Organisation of(PartyId employer) {
        return recording.fold(employer, new Organisation(), organisation -> organisation::apply);
    }

    /** Records a change; refused as {@link Organisation#refusal} says. */
    public Outcome<Fact<OrganisationChange>> change(
            IdempotencyKey key, OrganisationChange change, PartyId employer, Actor actor) {
        return recording.record(
                key,
                CHANGE,
                employer,
                actor,
                change::equals,
                () -> of(employer)
                        .refusal(change)
                        .<Outcome<OrganisationChange>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.accepted(change)));
    }
}
