/**
 * What things cost: price lists with validity, customers and quantity breaks; discounts that stack; and the figures of an
 * offer, exact to the minor unit, each with how it came about.
 *
 * <pre>{@code
 * CurrencyUnit yen = Amounts.currency("JPY");
 * Offer offer = Offer.builder()
 *         .party("C-17")
 *         .currency(yen)
 *         .add(SalesLine.of("BEANS", "3", "1480", yen).discounted(DiscountChain.percents("10", "5")))
 *         .build();
 * OfferFigures figures = OfferFigures.of(offer, PricingPolicy.of(RoundingRule.TRUNCATE));
 * MonetaryAmount net = figures.net();
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.sales.price;

import org.jspecify.annotations.NullMarked;
