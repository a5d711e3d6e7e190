package dev.erpkit.crm.sales.order;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.trade.GoodsDesk;
import dev.erpkit.core.trade.Invoicing;
import dev.erpkit.core.trade.Receivables;
import dev.erpkit.crm.sales.contract.ContractChange;
import dev.erpkit.crm.sales.port.SalesLog;
import java.time.InstantSource;

/**
 * What orders need of a host; all in one unit of work.
 *
 * @param orders the records of orders
 * @param contracts the records of frame contracts
 * @param quotes whether an order may name a quote
 * @param receivables what parties owe and may owe
 * @param goods the store
 * @param invoicing the books
 * @param outbox takes {@code order.placed}, {@code order.delivered}, {@code order.returned}, {@code order.cancelled} and
 *     {@code order.invoiced}
 * @param unitOfWork the unit of work
 * @param access who may do what
 * @param clock the time
 */
public record OrderPorts(
        SalesLog<OrderChange> orders,
        SalesLog<ContractChange> contracts,
        QuoteCheck quotes,
        Receivables receivables,
        GoodsDesk goods,
        Invoicing invoicing,
        Outbox outbox,
        UnitOfWork unitOfWork,
        AccessPolicy access,
        InstantSource clock) {}
