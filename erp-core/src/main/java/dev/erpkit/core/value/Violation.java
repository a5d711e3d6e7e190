package dev.erpkit.core.value;

/**
 * One reason why a value cannot exist.
 *
 * @param path the attribute, such as {@code lines[0].amount}
 * @param code a stable code, such as {@code NotBlank} or {@code amount.too-many-decimals}
 * @param message what is wrong, without the offending content, which may be personal or pay data
 */
public record Violation(String path, String code, String message) {
    @Override
    public String toString() {
        return path + ": " + message + " [" + code + "]";
    }
}
