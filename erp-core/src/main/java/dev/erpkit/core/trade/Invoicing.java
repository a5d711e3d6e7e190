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
     * Issues an invoice of what is charged and credit notes of what is taken back, all or none: what refuses one of several
     * is thrown, so that those before it are undone.
     *
     * @return the number, or the numbers with a comma between; or why nothing was issued
     * @throws dev.erpkit.core.outcome.RefusedException for a refusal after something was issued
     */
    Outcome<String> issue(InvoiceRequest request, Actor actor);
}
