package dev.erpkit.core.trade;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;

/**
 * Contract: makes invoices out of what sales asks for. Implemented by accounting or a host, called by sales in its own unit
 * of work.
 */
@FunctionalInterface
public interface Invoicing {
    /**
     * Issues an invoice.
     *
     * @return its number, or why nothing was issued
     */
    Outcome<String> issue(InvoiceRequest request, Actor actor);
}
