package dev.erpkit.crm.service;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One thing that happened to a case. */
public sealed interface CaseChange {
    /**
     * It was opened; the first fact of every case.
     *
     * @param customer for whom
     * @param queue where it waits
     * @param priority how urgent it is
     * @param agreement what was promised, if anything
     */
    record Opened(PartyId customer, QueueId queue, Priority priority, Optional<AgreementId> agreement)
            implements CaseChange {}

    /**
     * It waits in another queue.
     *
     * @param queue which
     */
    record Queued(QueueId queue) implements CaseChange {}

    /**
     * It is more or less urgent.
     *
     * @param priority how urgent
     */
    record Prioritised(Priority priority) implements CaseChange {}

    /**
     * Another agreement holds, from the opening on.
     *
     * @param agreement which
     */
    record Agreed(AgreementId agreement) implements CaseChange {}

    /**
     * Somebody handles it.
     *
     * @param agent the host's id of who
     */
    record Assigned(String agent) implements CaseChange {
        /** Checks the id: {@code id.form}. */
        public Assigned {
            if (agent.isBlank() || agent.length() > 64 || !Texts.isLabel(agent)) {
                throw new InvalidValueException(
                        "Assigned", "agent", "id.form", "must have 1 to 64 characters and no control characters");
            }
        }
    }

    /** The customer wrote or called. */
    record CustomerWrote() implements CaseChange {}

    /** The customer was answered. */
    record AgentReplied() implements CaseChange {}

    /**
     * The clocks stand still.
     *
     * @param reason why, not personal; 1 to 200 characters
     */
    record Paused(String reason) implements CaseChange {
        /** Checks the reason: {@code case.reason}. */
        public Paused {
            if (reason.isBlank() || reason.length() > 200 || !Texts.isLabel(reason)) {
                throw new InvalidValueException(
                        "Paused", "reason", "case.reason", "must have 1 to 200 characters and no control characters");
            }
        }
    }

    /** The clocks run again. */
    record Resumed() implements CaseChange {}

    /** It is solved; all clocks stop. */
    record Resolved() implements CaseChange {}

    /** It is closed; what was not solved before is solved now. */
    record Closed() implements CaseChange {}

    /** It is open again; the time since it was solved is a pause. */
    record Reopened() implements CaseChange {}

    /**
     * It goes on as another case and takes no more facts.
     *
     * @param into the case that stays
     */
    record Merged(CaseId into) implements CaseChange {}

    /**
     * Another case goes on as this one.
     *
     * @param from the case that was merged into this one
     */
    record Absorbed(CaseId from) implements CaseChange {}

    /**
     * It was noticed that a promise was missed; each is noticed once. {@link ServiceClocks#unnoticed} tells which are to be.
     *
     * @param clock which clock
     * @param due when it should have been done
     */
    record Breached(ClockKind clock, Instant due) implements CaseChange {
        /** Keeps the instant to the microsecond. */
        public Breached {
            due = due.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * The customer said how content they are.
     *
     * @param survey what was asked
     * @param score 1 to 5, or 0 to 10 for a recommendation
     */
    record Rated(Survey survey, int score) implements CaseChange {
        /** Checks the score: {@code case.score}. */
        public Rated {
            if (score < survey.lowest() || score > survey.highest()) {
                throw new InvalidValueException(
                        "Rated",
                        "score",
                        "case.score",
                        "must be " + survey.lowest() + " to " + survey.highest() + ": " + score);
            }
        }
    }

    /** An opening without an agreement yet. */
    static CaseChange opened(PartyId customer, QueueId queue, Priority priority) {
        return new Opened(customer, queue, priority, Optional.empty());
    }
}
