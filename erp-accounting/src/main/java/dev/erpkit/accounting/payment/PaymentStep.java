package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A fact: what happened to a payment.
 *
 * @param payment the payment
 * @param number its place among the steps of the payment, from 1, without gaps
 * @param kind what happened
 * @param key the client's key, unique among the steps of the payment
 * @param date the effective date
 * @param feeMinor what the bank kept for it, in minor units of the payment's currency
 * @param bankLine the line of the statement that shows it, by the host's id
 * @param match what it settled, where it settled something
 * @param entries the entries that it posted, one for each book
 * @param policy the choices that decided it, as text; they are frozen here
 * @param fingerprint tells the same command from another under the same key
 * @param recordedAt when we learnt it
 * @param actor who said so
 */
public record PaymentStep(
        PaymentId payment,
        int number,
        Kind kind,
        IdempotencyKey key,
        LocalDate date,
        long feeMinor,
        Optional<String> bankLine,
        Optional<MatchId> match,
        ImmutableList<EntryId> entries,
        String policy,
        Digest fingerprint,
        Instant recordedAt,
        Actor actor) {
    /** What happens to payments. */
    public enum Kind {
        /** It was recorded; always the first step. */
        RECORDED,
        /** What was open of it was set off against items. */
        APPLIED,
        /** The bank booked it. */
        CLEARED,
        /** It came to nothing: what it had settled is open again. */
        FAILED
    }
}
