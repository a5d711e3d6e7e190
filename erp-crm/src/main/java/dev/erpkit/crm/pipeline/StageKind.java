package dev.erpkit.crm.pipeline;

import dev.erpkit.core.value.InvalidValueException;

/** What it means for a deal to be in a stage. */
public enum StageKind {
    /** It is on its way. */
    OPEN("open"),
    /** It is won; its probability is 100. */
    WON("won"),
    /** It is lost; its probability is 0. */
    LOST("lost");

    private final String text;

    StageKind(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code open}. */
    public String text() {
        return text;
    }

    /**
     * The kind of stage with this stable name.
     *
     * @throws InvalidValueException {@code pipeline.unknown-kind}
     */
    public static StageKind parse(String text) {
        for (StageKind value : values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        throw new InvalidValueException(
                "StageKind", "text", "pipeline.unknown-kind", "is not the name of a kind of stage: " + text);
    }
}
