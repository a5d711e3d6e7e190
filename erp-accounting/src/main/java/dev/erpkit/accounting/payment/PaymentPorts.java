package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.MatchedReversal;
import dev.erpkit.accounting.openitem.MatchingService;
import dev.erpkit.accounting.payment.port.PaymentLog;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.security.AccessPolicy;
import java.time.InstantSource;

/**
 * What payments need of a host and of its books, all in one unit of work.
 *
 * @param unitOfWork the unit of work
 * @param payments the payments
 * @param items the open items of the books
 * @param events where payments post
 * @param matching the matching of the books
 * @param reversal the reversal of the books
 * @param access who may do what
 * @param clock recorded instants
 * @param book the book whose items payments settle; entries go to every book that has rules for them
 */
public record PaymentPorts(
        UnitOfWork unitOfWork,
        PaymentLog payments,
        OpenItemLog items,
        AccountingEvents events,
        MatchingService matching,
        MatchedReversal reversal,
        AccessPolicy access,
        InstantSource clock,
        BookId book) {}
