package dev.erpkit.crm.party;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.Instant;

/** The refusals of parties, each with its code and the sentence that says what to do. */
final class PartyRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("party.key-reused");
    private static final RefusalCode UNKNOWN = RefusalCode.of("party.unknown");
    private static final RefusalCode EXISTS = RefusalCode.of("party.exists");
    private static final RefusalCode ERASED = RefusalCode.of("party.erased");
    private static final RefusalCode MERGE_SELF = RefusalCode.of("party.merge-self");
    private static final RefusalCode MERGED_ALREADY = RefusalCode.of("party.merged-already");
    private static final RefusalCode NOT_MERGED = RefusalCode.of("party.not-merged");
    private static final RefusalCode KIND_CHANGED = RefusalCode.of("party.kind-changed");
    private static final RefusalCode PHONE_INVALID = RefusalCode.of("contact.phone-invalid");
    private static final RefusalCode CONSENT_FUTURE = RefusalCode.of("consent.future");
    private static final RefusalCode RELATION_UNKNOWN = RefusalCode.of("relation.unknown");

    private PartyRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a command with other content; take another key")
                .with("key", key);
    }

    static Refusal unknown(PartyId party) {
        return Refusal.of(UNKNOWN, "There is no party " + party + "; register it first")
                .with("party", party);
    }

    static Refusal exists(PartyId party) {
        return Refusal.of(EXISTS, "Party " + party + " is registered already; amend it or take another id")
                .with("party", party);
    }

    static Refusal erased(PartyId party) {
        return Refusal.of(ERASED, "Party " + party + " was erased; register whoever comes back anew")
                .with("party", party);
    }

    static Refusal mergeSelf(PartyId party) {
        return Refusal.of(MERGE_SELF, "Party " + party + " cannot be merged into itself; choose two parties")
                .with("party", party);
    }

    static Refusal mergedAlready(PartyId party, PartyId survivor) {
        return Refusal.of(
                        MERGED_ALREADY,
                        "Party " + party + " was merged into " + survivor + " already; merge " + survivor
                                + " or take the merge back first")
                .with("party", party)
                .with("survivor", survivor);
    }

    static Refusal notMerged(PartyId party) {
        return Refusal.of(NOT_MERGED, "Party " + party + " was not merged into another; nothing can be taken back")
                .with("party", party);
    }

    static Refusal kindChanged(PartyId party) {
        return Refusal.of(
                        KIND_CHANGED,
                        "Party " + party + " stays the person or organisation that it is; register another party")
                .with("party", party);
    }

    static Refusal phoneInvalid(int position) {
        return Refusal.of(
                        PHONE_INVALID,
                        "Contact point " + position + " is no phone number that can exist; look for a slip of the pen")
                .with("position", position);
    }

    static Refusal consentFuture(Instant at, Instant now) {
        return Refusal.of(CONSENT_FUTURE, "Consent of " + at + " is after now, " + now + "; correct the time")
                .with("at", at)
                .with("now", now);
    }

    static Refusal relationUnknown(Relation relation) {
        return Refusal.of(
                        RELATION_UNKNOWN,
                        "There is no such relation " + relation.type() + " of " + relation.from()
                                + " that goes on then; look at its relations")
                .with("party", relation.from())
                .with("type", relation.type());
    }
}
