package dev.erpkit.crm.service;

import dev.erpkit.core.value.InvalidValueException;

/** How urgent a case is, the least first. */
public enum Priority {
    /** Can wait. */
    LOW("low"),
    /** As usual. */
    NORMAL("normal"),
    /** Before others. */
    HIGH("high"),
    /** At once. */
    URGENT("urgent");

    private final String text;

    Priority(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code low}. */
    public String text() {
        return text;
    }

    /**
     * The priority with this stable name.
     *
     * @throws InvalidValueException {@code case.unknown-priority}
     */
    public static Priority parse(String text) {
        for (Priority value : values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        throw new InvalidValueException(
                "Priority", "text", "case.unknown-priority", "is not the name of a priority: " + text);
    }
}
