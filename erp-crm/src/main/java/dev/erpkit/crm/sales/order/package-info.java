/**
 * Orders: what was ordered, delivered, returned and invoiced of each line is a fold over what happened. Credit is checked
 * over open orders and invoices in the unit of work that places an order; goods and invoices go through the contracts of
 * {@link dev.erpkit.core.trade}.
 *
 * <pre>{@code
 * OrderPorts ports = new OrderPorts(
 *         log, contracts, quotes, receivables, goods, invoicing, outbox, unitOfWork, access, clock);
 * Orders orders = new Orders(ports);
 * OrderDraft draft = OrderDraft.of("SO-1", offer, PricingPolicy.of(RoundingRule.HALF_UP));
 * Order placed = orders.place(IdempotencyKey.of("place-1"), draft, today, me).orElseThrow();
 * orders.deliver(IdempotencyKey.of("deliver-1"), placed.id(), DocumentId.of("DN-1"), LineQuantity.list(1, "2"), today, me);
 * ImmutableList<LineProgress> progress = orders.find(placed.id()).orElseThrow().lines();
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.sales.order;

import org.jspecify.annotations.NullMarked;
