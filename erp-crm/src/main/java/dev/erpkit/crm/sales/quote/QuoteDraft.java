package dev.erpkit.crm.sales.quote;

import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.OfferFigures;
import dev.erpkit.crm.sales.price.PricingPolicy;
import java.time.LocalDate;

/**
 * What one revision of a quote says.
 *
 * @param offer what is offered
 * @param pricing how its figures are rounded
 * @param validThrough the last day on which it can be accepted
 */
public record QuoteDraft(Offer offer, PricingPolicy pricing, LocalDate validThrough) {
    /** What it comes to. */
    public OfferFigures figures() {
        return OfferFigures.of(offer, pricing);
    }

    /** A canonical text, by which commands are told apart. */
    String text() {
        return pricing.text() + "|" + validThrough + "|" + offer.text();
    }
}
