/**
 * Purchasing: requests, orders with approvals by others than who ordered, receipts in parts, vendor bills that are matched with
 * order and receipts, returns and credit notes. Whatever status there is, is a fold of facts; what was received and not billed
 * is a subledger by order line that is nothing once everything is matched.
 *
 * <pre>{@code
 * PurchaseService purchases = new PurchaseService(
 *         log, events, euro, order -> 1, MatchPolicy.exact(), unitOfWork, AccessPolicy.allowAll(), clock);
 * purchases.order(IdempotencyKey.of("order-1"), order, buyer).orElseThrow();
 * purchases.approve(IdempotencyKey.of("approval-1"), "PO-1", today, chief).orElseThrow();
 * Received delivery = new Received("R-1", "PO-1", 1, Rational.of(10), Rational.ONE, today);
 * purchases.receive(IdempotencyKey.of("receipt-1"), delivery, () -> Outcome.accepted(delivery), clerk).orElseThrow();
 * long notBilled = purchases.state().order("PO-1").orElseThrow().line(1).orElseThrow().notBilledMinor();
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.purchase;

import org.jspecify.annotations.NullMarked;
