package dev.erpkit.accounting.evidence;

import dev.erpkit.core.value.Digest;
import java.util.Optional;

/**
 * What a verifier found.
 *
 * @param entries how many entries were verified
 * @param head the chain digest of the last one, to compare with a copy kept elsewhere
 * @param broken the first position that does not fit, and why
 */
public record Verification(long entries, Digest head, Optional<Break> broken) {
    /**
     * The first place where journal and seals do not fit.
     *
     * @param position the position
     * @param code {@code evidence.content}, {@code evidence.chain}, {@code evidence.text}, {@code evidence.version},
     *     {@code evidence.entry-missing}, {@code evidence.seal-missing} or {@code evidence.checkpoint}
     */
    public record Break(long position, String code) {}

    /** Whether everything fits. */
    public boolean sound() {
        return broken.isEmpty();
    }
}
