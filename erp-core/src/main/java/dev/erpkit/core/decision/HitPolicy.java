package dev.erpkit.core.decision;

import dev.erpkit.core.value.InvalidValueException;

/** What happens when several rules of a table match. */
public enum HitPolicy {
    /** At most one rule may match. */
    UNIQUE("unique", true),
    /** Several may match if all say the same. */
    ANY("any", true),
    /** The first in the order of the rules. */
    FIRST("first", true),
    /** The one whose outputs stand first in the order of the outputs' values; of equals the first rule. */
    PRIORITY("priority", true),
    /** All that match, or what an {@link Aggregator} makes of them. */
    COLLECT("collect", false),
    /** All that match, in the order of the outputs' values; equals in the order of the rules. */
    OUTPUT_ORDER("output-order", false),
    /** All that match, in the order of the rules. */
    RULE_ORDER("rule-order", false);

    private final String text;
    private final boolean single;

    HitPolicy(String text, boolean single) {
        this.text = text;
        this.single = single;
    }

    /** The stable name, such as {@code rule-order}. */
    public String text() {
        return text;
    }

    /** Whether a decision is one row, and not a list of rows. */
    public boolean isSingle() {
        return single;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code decision.unknown-policy}
     */
    public static HitPolicy parse(String text) {
        for (HitPolicy policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        throw new InvalidValueException(
                "HitPolicy", "text", "decision.unknown-policy", "is not the name of a hit policy: " + text);
    }
}
