package dev.erpkit.core.outcome;

import java.util.regex.Pattern;

/**
 * A stable, documented name of a business refusal, such as {@code period.locked}: area, dot, reason, lower case with
 * hyphens. Hosts may branch on it; it never changes its meaning.
 *
 * @param value the code's text
 */
public record RefusalCode(String value) implements Comparable<RefusalCode> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    /** Checks the form of the code. */
    public RefusalCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Refusal code must look like area.reason: " + value);
        }
    }

    /** The code with this text. */
    public static RefusalCode of(String value) {
        return new RefusalCode(value);
    }

    @Override
    public int compareTo(RefusalCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
