package dev.erpkit.crm.campaign;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.party.ConsentScope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Why a message must not be sent at a moment.
 *
 * @param reason what is in the way
 * @param until the first moment at which neither caps nor quiet hours are, to the microsecond; none without consent
 */
public record NotSent(Reason reason, Optional<Instant> until) {
    /** What keeps a message from being sent. */
    public enum Reason {
        /** The person has not agreed, or not any more. */
        NO_CONSENT("no-consent"),
        /** The person is not disturbed at this hour. */
        QUIET_HOURS("quiet-hours"),
        /** The person has got as many as a cap allows. */
        CAP_REACHED("cap-reached");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The stable name, such as {@code no-consent}. */
        public String text() {
            return text;
        }

        /** The code of the refusal, such as {@code campaign.no-consent}. */
        public RefusalCode code() {
            return switch (this) {
                case NO_CONSENT -> CampaignRefusals.NO_CONSENT;
                case QUIET_HOURS -> CampaignRefusals.QUIET_HOURS;
                case CAP_REACHED -> CampaignRefusals.CAP_REACHED;
            };
        }

        /**
         * The reason with this stable name.
         *
         * @throws InvalidValueException {@code campaign.unknown-reason}
         */
        public static Reason parse(String text) {
            for (Reason reason : values()) {
                if (reason.text.equals(text)) {
                    return reason;
                }
            }
            throw new InvalidValueException(
                    "Reason", "text", "campaign.unknown-reason", "is not the name of a reason: " + text);
        }
    }

    /** Takes the moment to the microsecond, never earlier; it is there but for want of consent: {@code campaign.until}. */
    public NotSent {
        if (until.isPresent() == (reason == Reason.NO_CONSENT)) {
            throw new InvalidValueException(
                    "NotSent",
                    "until",
                    "campaign.until",
                    "must be there for quiet hours and caps, and for nothing else");
        }
        until = until.map(at -> at.plusNanos(999).truncatedTo(ChronoUnit.MICROS));
    }

    /** The reason that a refusal of a message gives; nothing for a refusal of another kind. */
    public static Optional<NotSent> of(Refusal refusal) {
        for (Reason reason : Reason.values()) {
            if (reason.code().equals(refusal.code())) {
                return Optional.of(new NotSent(
                        reason,
                        Optional.ofNullable(refusal.facts().get("until")).map(Instant::parse)));
            }
        }
        return Optional.empty();
    }

    /** What a caller is told. */
    Refusal refusal(PartyId party, ConsentScope scope) {
        return switch (reason) {
            case NO_CONSENT -> CampaignRefusals.noConsent(party, scope);
            case QUIET_HOURS -> CampaignRefusals.quietHours(party, until.orElseThrow());
            case CAP_REACHED -> CampaignRefusals.capReached(party, until.orElseThrow());
        };
    }
}
