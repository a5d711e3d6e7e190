package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.price.OfferFigures;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What decides who must approve a quote.
 *
 * @param net what it comes to without tax
 * @param discount what all discounts take off, in percents of the list
 * @param margin net less cost, in percents of the net; empty while a cost is not known
 * @param beyondCredit whether it would exceed the credit of the party
 */
public record ApprovalFacts(MonetaryAmount net, Rational discount, Optional<Rational> margin, boolean beyondCredit) {
    static ApprovalFacts of(OfferFigures figures, boolean beyondCredit) {
        return new ApprovalFacts(figures.net(), figures.percentOff(), figures.marginPercent(), beyondCredit);
    }
}
