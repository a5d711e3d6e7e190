package dev.erpkit.crm.activity;

import dev.erpkit.core.value.InvalidValueException;

/** How something was said. */
public enum ActivityChannel {
    /** By electronic mail. */
    EMAIL("email"),
    /** By telephone. */
    PHONE("phone"),
    /** In person or by video. */
    MEETING("meeting"),
    /** By letter. */
    LETTER("letter"),
    /** By a messenger or short message. */
    MESSAGE("message"),
    /** On a page, such as a form. */
    WEB("web"),
    /** Not at all: a note for ourselves. */
    NOTE("note");

    private final String text;

    ActivityChannel(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The one with this stable name.
     *
     * @throws InvalidValueException {@code activity.unknown-channel}
     */
    public static ActivityChannel parse(String text) {
        for (ActivityChannel one : values()) {
            if (one.text.equals(text)) {
                return one;
            }
        }
        throw new InvalidValueException(
                "ActivityChannel", "text", "activity.unknown-channel", "is not the name of a channel: " + text);
    }
}
