package dev.erpkit.crm.sales.order;

import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** What happens to an order. Quantities are above zero. */
public sealed interface OrderChange {
    /**
     * It was placed.
     *
     * @param offer what was ordered
     * @param pricing how its figures are rounded
     * @param terms how it is delivered and invoiced
     * @param quote the name of the accepted revision of a quote
     */
    record Placed(Offer offer, PricingPolicy pricing, OrderTerms terms, Optional<String> quote)
            implements OrderChange {}

    /**
     * Goods were handed over.
     *
     * @param document the delivery note
     * @param quantities what of each line
     */
    record Delivered(DocumentId document, ImmutableList<LineQuantity> quantities) implements OrderChange {}

    /**
     * Goods came back.
     *
     * @param document the return
     * @param quantities what of each line
     * @param replaced whether others will be delivered in their place; otherwise they are no longer wanted
     */
    record Returned(DocumentId document, ImmutableList<LineQuantity> quantities, boolean replaced)
            implements OrderChange {}

    /**
     * What was not delivered is no longer wanted.
     *
     * @param quantities what of each line
     */
    record Cancelled(ImmutableList<LineQuantity> quantities) implements OrderChange {}

    /**
     * An invoice was issued.
     *
     * @param invoice the invoice
     */
    record Invoiced(OrderInvoice invoice) implements OrderChange {}
}
