package dev.erpkit.hr.us;

import dev.erpkit.core.value.InvalidValueException;

/** The filing status on Form W-4, step 1(c). */
public enum FilingStatus {
    /** Single, or married filing separately. */
    SINGLE("single"),
    /** Married filing jointly, or qualifying surviving spouse. */
    JOINT("joint"),
    /** Head of household; there is none on forms of 2019 or earlier. */
    HEAD_OF_HOUSEHOLD("hoh");

    private final String text;

    FilingStatus(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code hoh}. */
    public String text() {
        return text;
    }

    /**
     * The status with this name.
     *
     * @throws InvalidValueException {@code us.unknown-status}
     */
    public static FilingStatus parse(String text) {
        for (FilingStatus status : values()) {
            if (status.text.equals(text)) {
                return status;
            }
        }
        throw new InvalidValueException(
                "FilingStatus", "text", "us.unknown-status", "is not the name of a filing status: " + text);
    }
}
