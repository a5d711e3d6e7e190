package dev.erpkit.core.posting;

import dev.erpkit.core.value.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Tells one command from another by its content: stored beside its {@link IdempotencyKey}, so that the same key with other
 * content is noticed without keeping the content, which may be personal.
 *
 * @param hex the SHA-256 digest of the canonical content in UTF-8, 64 hexadecimal digits in lower case
 */
public record Fingerprint(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Checks the form: {@code fingerprint.form}. */
    public Fingerprint {
        if (!FORM.matcher(hex).matches()) {
            throw new InvalidValueException("Fingerprint", "hex", "fingerprint.form", "must be 64 hexadecimal digits");
        }
    }

    /** The fingerprint of a canonical content. */
    public static Fingerprint of(CharSequence content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must support SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
