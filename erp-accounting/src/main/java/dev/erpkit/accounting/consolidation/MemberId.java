package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The name of a company of a group; the value that journal lines with it carry on the axis {@link IntercompanyFacts#AXIS}.
 *
 * @param value 1 to 64 characters without control characters
 */
public record MemberId(String value) implements Comparable<MemberId> {
    /** Checks length and characters: {@code member.form}. */
    public MemberId {
        if (value.isBlank() || value.length() > 64 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "MemberId", "value", "member.form", "must have 1 to 64 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static MemberId of(String value) {
        return new MemberId(value);
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
