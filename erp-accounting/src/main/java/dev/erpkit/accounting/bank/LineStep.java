package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A fact: what became of a line in the books.
 *
 * @param line the line
 * @param number its place among the steps of the line, from 1, without gaps
 * @param kind what became of it
 * @param key the client's key, unique among the steps of the line
 * @param date the effective date
 * @param purpose for what it was booked, where it was
 * @param payment the payment that it cleared or failed, where it did
 * @param entries the entries that it posted itself, one for each book
 * @param fingerprint tells the same command from another under the same key
 * @param recordedAt when it was recorded
 * @param actor who decided it
 */
public record LineStep(
        BankLineId line,
        int number,
        Kind kind,
        IdempotencyKey key,
        LocalDate date,
        Optional<String> purpose,
        Optional<PaymentId> payment,
        ImmutableList<EntryId> entries,
        Digest fingerprint,
        Instant recordedAt,
        Actor actor) {
    /** What becomes of lines. */
    public enum Kind {
        /** It cleared a payment. */
        CLEARED,
        /** It is a payment that came back. */
        FAILED,
        /** It was booked for a purpose. */
        BOOKED,
        /** It is not known what it is: it stands in suspense. */
        SUSPENSE
    }
}
