package dev.erpkit.crm.campaign;

import dev.erpkit.core.party.PartyId;
import java.time.Instant;

/** One thing that happened to somebody on a journey, a fact. */
public sealed interface JourneyEvent {
    /** To whom. */
    PartyId party();

    /** When. */
    Instant at();

    /**
     * Somebody began.
     *
     * @param party who
     * @param membership the how-manieth time in the segment it is, from 1 on
     * @param at when
     */
    record Entered(PartyId party, int membership, Instant at) implements JourneyEvent {}

    /**
     * Somebody came to a step.
     *
     * @param party who
     * @param step which
     * @param at when
     */
    record Reached(PartyId party, String step, Instant at) implements JourneyEvent {}

    /**
     * Somebody is to be sent something.
     *
     * @param party who
     * @param step at which step
     * @param template what
     * @param at when
     */
    record Acted(PartyId party, String step, String template, Instant at) implements JourneyEvent {}

    /**
     * Somebody was not sent it, for a reason; the journey goes on.
     *
     * @param party who
     * @param step at which step
     * @param template what
     * @param why what was in the way
     * @param at when it was to be sent
     */
    record Withheld(PartyId party, String step, String template, NotSent why, Instant at) implements JourneyEvent {}

    /**
     * Somebody's journey is over.
     *
     * @param party whose
     * @param at when
     */
    record Ended(PartyId party, Instant at) implements JourneyEvent {}
}
