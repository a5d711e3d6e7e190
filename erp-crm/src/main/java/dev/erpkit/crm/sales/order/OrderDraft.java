package dev.erpkit.crm.sales.order;

import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import java.util.Optional;

/**
 * An order to be placed.
 *
 * @param id its id
 * @param offer what is ordered
 * @param pricing how its figures are rounded
 * @param terms how it is delivered and invoiced
 * @param quote the name of the revision of a quote that was accepted as this order
 */
public record OrderDraft(DocumentId id, Offer offer, PricingPolicy pricing, OrderTerms terms, Optional<String> quote) {
    /** An order without a quote, invoiced as delivered. */
    public static OrderDraft of(String id, Offer offer, PricingPolicy pricing) {
        return new OrderDraft(
                DocumentId.of(id), offer, pricing, OrderTerms.on(InvoiceBasis.DELIVERED), Optional.empty());
    }

    /** The same order on other terms. */
    public OrderDraft on(OrderTerms other) {
        return new OrderDraft(id, offer, pricing, other, quote);
    }

    /** A canonical text, by which commands are told apart. */
    String text() {
        return pricing.text() + "\n" + terms.text() + "\n" + quote.orElse("") + "\n" + offer.text();
    }
}
