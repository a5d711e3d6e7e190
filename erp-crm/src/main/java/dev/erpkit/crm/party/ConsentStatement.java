package dev.erpkit.crm.party;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.Instant;

/**
 * What a party said about one channel and purpose.
 *
 * @param scope about what
 * @param state what it said
 * @param at when it said so, to the microsecond; also when it counts
 * @param proof where that can be shown, such as the id of a form or a recording, nothing personal; 1 to 200 characters
 */
public record ConsentStatement(ConsentScope scope, ConsentState state, Instant at, String proof) {
    /** Checks the proof: {@code consent.form}. */
    public ConsentStatement {
        if (proof.isBlank() || proof.length() > 200 || !Texts.isLabel(proof)) {
            throw new InvalidValueException(
                    "ConsentStatement",
                    "proof",
                    "consent.form",
                    "must have 1 to 200 characters and no control characters");
        }
    }
}
