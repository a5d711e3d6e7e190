package dev.erpkit.accounting.deferral;

import dev.erpkit.core.value.InvalidValueException;

/** What becomes of what is still deferred when a service ends before its period does. */
public enum EarlyEnd {
    /** It is income or expense at once: nothing is paid back. */
    RECOGNISE_REST("recognise-rest"),
    /** What was earned through the day is recognised, the rest stays deferred until it is credited. */
    LEAVE_DEFERRED("leave-deferred");

    private final String text;

    EarlyEnd(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code deferral.unknown-policy}
     */
    public static EarlyEnd parse(String text) {
        return Named.parse(values(), EarlyEnd::text, "EarlyEnd", text);
    }
}
