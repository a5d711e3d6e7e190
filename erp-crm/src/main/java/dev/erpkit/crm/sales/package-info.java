/**
 * Sales administration (営業事務): what is common to quotes, orders, frame contracts and closing-day statements. Each of them
 * is a document whose records are facts; what it stands at is a fold over them.
 *
 * <p>The rooms: {@code price} has price lists, discounts and the figures of an offer; {@code quote} revisions, approval and
 * acceptance; {@code order} progress, credit and invoices; {@code contract} frames and call-offs; {@code billing} closing-day
 * statements; {@code port} what a host implements, {@code memory} does so in memory.
 *
 * <pre>{@code
 * MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
 * SalesLog<QuoteChange> log = new MemorySalesLog<>(unitOfWork);
 * DocumentId quote = DocumentId.of("Q-1");
 * ImmutableList<SalesRecord<QuoteChange>> records = log.of(quote);
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.sales;

import org.jspecify.annotations.NullMarked;
