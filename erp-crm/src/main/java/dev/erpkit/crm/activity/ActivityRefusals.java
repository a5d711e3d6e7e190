package dev.erpkit.crm.activity;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;

/** The refusals of activities, each with its code and the sentence that says what to do. */
final class ActivityRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("activity.key-reused");
    private static final RefusalCode EXISTS = RefusalCode.of("activity.exists");
    private static final RefusalCode PARTY_UNKNOWN = RefusalCode.of("activity.party-unknown");
    private static final RefusalCode REPLY_UNKNOWN = RefusalCode.of("activity.reply-unknown");
    private static final RefusalCode ACTION_EXISTS = RefusalCode.of("action.exists");
    private static final RefusalCode ACTION_UNKNOWN = RefusalCode.of("action.unknown");
    private static final RefusalCode ACTION_DONE = RefusalCode.of("action.done");

    private ActivityRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a command with other content; take another key")
                .with("key", key);
    }

    static Refusal exists(ActivityId id) {
        return Refusal.of(EXISTS, "Activity " + id + " is there already; take another id")
                .with("activity", id);
    }

    static Refusal partyUnknown(PartyId party) {
        return Refusal.of(PARTY_UNKNOWN, "There is no party " + party + "; register it first")
                .with("party", party);
    }

    static Refusal replyUnknown(ActivityId id) {
        return Refusal.of(REPLY_UNKNOWN, "With this party there was no activity " + id + " to answer; log it first")
                .with("activity", id);
    }

    static Refusal actionExists(ActionId id) {
        return Refusal.of(ACTION_EXISTS, "Action " + id + " is planned already; take another id")
                .with("action", id);
    }

    static Refusal actionUnknown(ActionId id) {
        return Refusal.of(ACTION_UNKNOWN, "For this party there is no action " + id + "; plan it first")
                .with("action", id);
    }

    static Refusal actionDone(ActionId id) {
        return Refusal.of(ACTION_DONE, "Action " + id + " was done already; plan another one")
                .with("action", id);
    }
}
