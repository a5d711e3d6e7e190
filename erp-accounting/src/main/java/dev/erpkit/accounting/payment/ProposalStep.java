package dev.erpkit.accounting.payment;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * A fact: what became of a proposal.
 *
 * @param proposal the client's key of the proposal
 * @param kind what became of it; each at most once
 * @param recordedAt when
 * @param actor who said so
 */
public record ProposalStep(IdempotencyKey proposal, Kind kind, Instant recordedAt, Actor actor) {
    /** What becomes of proposals, in this order. */
    public enum Kind {
        /** It was made. */
        PROPOSED,
        /** Somebody else approved it. */
        APPROVED,
        /** Its payments were recorded. */
        EXECUTED
    }
}
