package dev.erpkit.accounting.document;

import dev.erpkit.core.value.InvalidValueException;

/** What of a down payment is rounded, which its taxes must follow. Either way the final invoice takes off what was asked. */
public enum AdvancePolicy {
    /**
     * Its total is rounded once, half up, and shared out over the nets and taxes of the order by the largest remainder: 30 %
     * of 1,000.01 asks for 300.00 in all.
     */
    TOTAL("total"),
    /** Each net and each tax of the order is rounded by itself, half up; its total is their sum. */
    EACH("each");

    private final String text;

    AdvancePolicy(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code total}. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code document.advance-policy}
     */
    public static AdvancePolicy parse(String text) {
        for (AdvancePolicy policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        throw new InvalidValueException(
                "AdvancePolicy", "text", "document.advance-policy", "is not the name of a policy: " + text);
    }
}
