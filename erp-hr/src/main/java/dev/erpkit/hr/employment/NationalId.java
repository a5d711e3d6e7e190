package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The number a state gave to a person. Its text never shows the number; country packs check it.
 *
 * @param scheme whose number, such as {@code jp.my-number}
 * @param number the number
 */
public record NationalId(String scheme, String number) {
    /** Checks lengths and characters: {@code national-id.form}. */
    public NationalId {
        if (scheme.isBlank()
                || scheme.length() > 32
                || number.isBlank()
                || number.length() > 32
                || !Texts.isLabel(scheme)
                || !Texts.isLabel(number)) {
            throw new InvalidValueException(
                    "NationalId",
                    "number",
                    "national-id.form",
                    "must have a scheme and a number of 1 to 32 characters");
        }
    }

    @Override
    public String toString() {
        return "NationalId[" + scheme + "]";
    }
}
