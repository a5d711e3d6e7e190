package dev.erpkit.accounting.declaration;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;

/** Where facts go that are dated in a period whose declaration was filed without them. */
public enum LatePolicy {
    /** Into the declaration of the next period. */
    NEXT_PERIOD("next-period"),
    /** Into a correction of their own period; declarations of later periods leave them alone. */
    AMEND("amend");

    private final String text;

    LatePolicy(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code declaration.unknown-policy}
     */
    public static LatePolicy parse(String text) {
        return Lists.immutable
                .of(values())
                .detectOptional(policy -> policy.text.equals(text))
                .orElseThrow(() -> new InvalidValueException(
                        "LatePolicy", "text", "declaration.unknown-policy", "is not the name of a policy: " + text));
    }
}
