package dev.erpkit.crm.sales.quote;

import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.order.InvoiceBasis;
import dev.erpkit.crm.sales.order.OrderTerms;

/**
 * The order that an acceptance places.
 *
 * @param order its id
 * @param terms how it is delivered and invoiced
 */
public record Acceptance(DocumentId order, OrderTerms terms) {
    /** An order that is invoiced as delivered. */
    public static Acceptance of(String order) {
        return new Acceptance(DocumentId.of(order), OrderTerms.on(InvoiceBasis.DELIVERED));
    }
}
