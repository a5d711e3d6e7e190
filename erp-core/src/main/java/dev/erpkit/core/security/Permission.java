package dev.erpkit.core.security;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/**
 * What an actor wants to do.
 *
 * @param action the command, such as {@code journal.post}
 * @param scope what it touches, such as a book; {@code *} when nothing narrower applies
 */
public record Permission(String action, String scope) {
    private static final RefusalCode DENIED = RefusalCode.of("access.denied");

    /** The refusal {@code access.denied} of an actor who lacks it, with {@code action} and {@code scope}. */
    public Refusal denied() {
        return Refusal.of(DENIED, "The actor may not " + action + " in " + scope + "; ask for the permission")
                .with("action", action)
                .with("scope", scope);
    }
}
