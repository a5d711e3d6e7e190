package dev.erpkit.crm.service;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.Instant;

/** The refusals of the service desk, each with its code and the sentence that says what to do. */
final class CaseRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("case.key-reused");
    private static final RefusalCode UNKNOWN = RefusalCode.of("case.unknown");
    private static final RefusalCode EXISTS = RefusalCode.of("case.exists");
    private static final RefusalCode OUT_OF_ORDER = RefusalCode.of("case.out-of-order");
    private static final RefusalCode MERGED = RefusalCode.of("case.merged");
    private static final RefusalCode MERGE_SELF = RefusalCode.of("case.merge-self");
    private static final RefusalCode CLOSED = RefusalCode.of("case.closed");
    private static final RefusalCode RESOLVED = RefusalCode.of("case.resolved");
    private static final RefusalCode NOT_RESOLVED = RefusalCode.of("case.not-resolved");
    private static final RefusalCode PAUSED = RefusalCode.of("case.paused");
    private static final RefusalCode NOT_PAUSED = RefusalCode.of("case.not-paused");

    private static final RefusalCode NOT_DUE = RefusalCode.of("case.not-due");
    private static final RefusalCode BREACH_TOLD = RefusalCode.of("case.breach-told");

    private CaseRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a command with other content; take another key")
                .with("key", key);
    }

    static Refusal unknown(CaseId id) {
        return Refusal.of(UNKNOWN, "There is no case " + id + "; open it first").with("case", id);
    }

    static Refusal exists(CaseId id) {
        return Refusal.of(EXISTS, "Case " + id + " is there already; take another id or reopen it")
                .with("case", id);
    }

    static Refusal outOfOrder(ServiceCase so, Instant at) {
        return Refusal.of(
                        OUT_OF_ORDER,
                        "Case " + so.id() + " has a fact of " + so.lastAt() + ", later than " + at
                                + "; tell what happened in order")
                .with("case", so.id())
                .with("at", at)
                .with("lastAt", so.lastAt());
    }

    static Refusal merged(ServiceCase so) {
        CaseId into = so.mergedInto().orElseThrow();
        return Refusal.of(MERGED, "Case " + so.id() + " goes on as case " + into + "; use that one")
                .with("case", so.id())
                .with("into", into);
    }

    static Refusal mergeSelf(CaseId id) {
        return Refusal.of(MERGE_SELF, "Case " + id + " cannot be merged into itself; name another one")
                .with("case", id);
    }

    static Refusal closed(CaseId id) {
        return Refusal.of(CLOSED, "Case " + id + " is closed; reopen it first").with("case", id);
    }

    static Refusal resolved(CaseId id) {
        return Refusal.of(RESOLVED, "Case " + id + " is solved already; reopen it first")
                .with("case", id);
    }

    static Refusal notResolved(CaseId id) {
        return Refusal.of(NOT_RESOLVED, "Case " + id + " is open; nothing has to be reopened")
                .with("case", id);
    }

    static Refusal paused(CaseId id) {
        return Refusal.of(PAUSED, "Case " + id + " is paused already; resume it first")
                .with("case", id);
    }

    static Refusal notDue(CaseId id, CaseChange.Breached breached) {
        return breach(NOT_DUE, id, breached, "has not passed; tell it once it has");
    }

    static Refusal breachTold(CaseId id, CaseChange.Breached breached) {
        return breach(BREACH_TOLD, id, breached, "was told to be missed already; there is nothing to do");
    }

    private static Refusal breach(RefusalCode code, CaseId id, CaseChange.Breached breached, String rest) {
        String clock = breached.clock().text();
        return Refusal.of(code, "The deadline " + breached.due() + " of " + clock + " of case " + id + " " + rest)
                .with("case", id)
                .with("clock", clock)
                .with("due", breached.due());
    }

    static Refusal notPaused(CaseId id) {
        return Refusal.of(NOT_PAUSED, "Case " + id + " is not paused; nothing has to be resumed")
                .with("case", id);
    }
}
