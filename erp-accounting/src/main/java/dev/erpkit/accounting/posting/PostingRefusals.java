package dev.erpkit.accounting.posting;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/** The refusals of posting, each with its code and the sentence that says what to do. */
final class PostingRefusals {
    private PostingRefusals() {}

    static Refusal of(String code, String message) {
        return Refusal.of(RefusalCode.of(code), message);
    }

    static Refusal denied(String action, String scope) {
        return of("access.denied", "The actor may not " + action + " in " + scope + "; ask for the permission")
                .with("action", action)
                .with("scope", scope);
    }

    static Refusal idReused(Object id) {
        return of("entry.id-reused", "Entry " + id + " was posted with other content; take another id")
                .with("entry", id);
    }

    static Refusal unbalanced(String currency, long differenceMinor, String kind) {
        return of(
                        "entry.unbalanced",
                        "The " + kind + " amounts in " + currency + " sum to " + differenceMinor
                                + " minor units instead of 0; correct or add a line")
                .with("currency", currency)
                .with("difference-minor", differenceMinor);
    }

    static Refusal account(String code, Object account, int line, String message) {
        return of(code, "Account " + account + " " + message).with("account", account).with("line", line);
    }
}
