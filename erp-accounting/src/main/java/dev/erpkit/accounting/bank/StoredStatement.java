package dev.erpkit.accounting.bank;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A fact: a statement was taken in.
 *
 * @param account the bank account
 * @param number its place among the statements of the account, from 1, in the order of taking in
 * @param key the client's key
 * @param from the first day
 * @param through the last day
 * @param opening the booked balance before the first line
 * @param closing the booked balance after the last line
 * @param fingerprint the same for the same file
 * @param recordedAt when it was taken in
 * @param actor who took it in
 */
public record StoredStatement(
        String account,
        long number,
        IdempotencyKey key,
        LocalDate from,
        LocalDate through,
        MonetaryAmount opening,
        MonetaryAmount closing,
        Digest fingerprint,
        Instant recordedAt,
        Actor actor) {}
