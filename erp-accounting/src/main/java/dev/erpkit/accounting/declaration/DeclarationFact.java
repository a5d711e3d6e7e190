package dev.erpkit.accounting.declaration;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact about declarations, recorded once and never edited.
 *
 * @param number its place in the log of the tenant: 1, 2, 3 ... without gaps
 * @param change what happened
 * @param recordedAt when it was recorded
 * @param actor who did it
 */
public record DeclarationFact(long number, Change change, Instant recordedAt, Actor actor) {
    /** What happened. */
    public sealed interface Change {
        /** The client's key of the command, which no other fact has. */
        IdempotencyKey key();
    }

    /**
     * A declaration was made up; it takes the place of one that was made up before and not filed.
     *
     * @param declaration the declaration
     */
    public record Prepared(Declaration declaration) implements Change {
        @Override
        public IdempotencyKey key() {
            return declaration.key();
        }
    }

    /**
     * A declaration was filed: it stands for good.
     *
     * @param key the key of the filing
     * @param declaration the key of the declaration
     * @param hash its fingerprint
     * @param date the day of the filing
     * @param reference what the office calls it, at most 128 characters, empty when nothing
     */
    public record Filed(IdempotencyKey key, IdempotencyKey declaration, Digest hash, LocalDate date, String reference)
            implements Change {
        /** Checks the reference: {@code declaration.reference}. */
        public Filed {
            if (reference.length() > 128 || !Texts.isLabel(reference)) {
                throw new InvalidValueException(
                        "Filed",
                        "reference",
                        "declaration.reference",
                        "must have at most 128 characters and no control characters");
            }
        }
    }
}
