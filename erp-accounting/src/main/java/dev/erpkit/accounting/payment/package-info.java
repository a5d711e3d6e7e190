/**
 * Receipts and payments: money that is on its way, arrives, and sometimes does not. A payment is a fact, and so is what
 * happens to it; its status is a fold. It posts through accounting events, settles open items through the matching of the
 * books, and when it fails, what it had settled is open again exactly.
 *
 * <pre>{@code
 * PaymentService payments = new PaymentService(ports);
 * Payment receipt = Payment.received("receipt-7", "C-1", LocalDate.of(2026, 5, 29), Amounts.of("1100", "EUR"), "main");
 * PaymentPolicy policy = PaymentPolicy.standard(matching);
 * payments.record(receipt, Allocation.oldestFirst(), policy, clerk).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.payment;

import org.jspecify.annotations.NullMarked;
