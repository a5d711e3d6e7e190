package dev.erpkit.inventory.count;

import dev.erpkit.core.value.InvalidValueException;

/** What a line without a figure means. */
public enum BlankPolicy {
    /** Nobody counted; what was known stays. */
    KEEP("keep"),
    /** There was nothing to count. */
    EMPTY("empty");

    private final String text;

    BlankPolicy(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code keep}. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code count.unknown-name}
     */
    public static BlankPolicy parse(String text) {
        for (BlankPolicy policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        throw new InvalidValueException(
                "BlankPolicy", "text", "count.unknown-name", "is not one of the documented names: " + text);
    }
}
