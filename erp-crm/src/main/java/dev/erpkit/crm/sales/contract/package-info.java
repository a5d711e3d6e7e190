/**
 * Frame contracts: an agreed quantity of items at agreed prices, from which orders call off until it is used up or its days
 * are over.
 *
 * <pre>{@code
 * Contracts contracts = new Contracts(log, unitOfWork, access, clock);
 * FrameTerms terms = FrameTerms.of("C-17", year, FrameLine.of("BEANS", "1000", Amounts.of("1380", "JPY")));
 * contracts.agree(IdempotencyKey.of("agree-1"), DocumentId.of("FC-1"), terms, today, me);
 * OrderTerms callOff = OrderTerms.builder().contract(DocumentId.of("FC-1")).build();
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.sales.contract;

import org.jspecify.annotations.NullMarked;
