package dev.erpkit.accounting.dunning;

import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;

/**
 * A letter that was sent.
 *
 * @param letter what it said
 * @param sentOn when it was sent, also the day of its charges
 * @param command the key of the command that sent it
 */
public record SentLetter(DunningLetter letter, LocalDate sentOn, IdempotencyKey command) {}
