package dev.erpkit.core.value;

import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * One reason why a value cannot exist.
 *
 * @param path the attribute, such as {@code lines[0].amount}
 * @param code a stable code, such as {@code NotBlank} or {@code amount.too-many-decimals}
 * @param message what is wrong, without the offending content, which may be personal or pay data
 * @param facts the bounds that the code speaks of, by name, such as {@code min} and {@code max} of {@code Size}; never the
 *     offending content
 */
public record Violation(String path, String code, String message, ImmutableSortedMap<String, String> facts) {
    /** A violation whose code says all. */
    public Violation(String path, String code, String message) {
        this(path, code, message, SortedMaps.immutable.empty());
    }

    /** The violation of a {@code Size}, for values that enforce it by hand. */
    public static Violation size(String path, int min, int max) {
        return new Violation(
                path,
                "Size",
                "size must be between " + min + " and " + max,
                SortedMaps.immutable.of("min", String.valueOf(min), "max", String.valueOf(max)));
    }

    @Override
    public String toString() {
        return path + ": " + message + " [" + code + "]";
    }

    /** {@code text.not-storable}: the text is not {@linkplain Texts#isStorable storable}. */
    public static Violation notStorable(String path) {
        return new Violation(
                path, "text.not-storable", "must have neither the character NUL nor half a surrogate pair");
    }
}
