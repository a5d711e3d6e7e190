package dev.erpkit.crm.campaign;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.party.ConsentScope;
import java.time.Instant;

/** The refusals of campaigns, each with its code and the sentence that says what to do. */
final class CampaignRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("campaign.key-reused");
    static final RefusalCode NO_CONSENT = RefusalCode.of("campaign.no-consent");
    static final RefusalCode QUIET_HOURS = RefusalCode.of("campaign.quiet-hours");
    static final RefusalCode CAP_REACHED = RefusalCode.of("campaign.cap-reached");
    private static final RefusalCode REENTRY = RefusalCode.of("journey.reentry");

    private CampaignRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names another message; take another key")
                .with("key", key);
    }

    static Refusal noConsent(PartyId party, ConsentScope scope) {
        return Refusal.of(
                        NO_CONSENT, "Party " + party + " has not agreed to " + scope + "; ask for consent, do not send")
                .with("party", party)
                .with("consent", scope);
    }

    static Refusal quietHours(PartyId party, Instant until) {
        return Refusal.of(QUIET_HOURS, "Party " + party + " is not disturbed now; send from " + until + " on")
                .with("party", party)
                .with("until", until);
    }

    static Refusal capReached(PartyId party, Instant until) {
        return Refusal.of(
                        CAP_REACHED,
                        "Party " + party + " got as many messages as a cap allows; send from " + until + " on")
                .with("party", party)
                .with("until", until);
    }

    static Refusal reentry(PartyId party, String journey) {
        return Refusal.of(
                        REENTRY,
                        "Party " + party + " may not enter journey " + journey
                                + " again by its rule of re-entry; leave the party out")
                .with("party", party)
                .with("journey", journey);
    }
}
