package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import javax.money.MonetaryAmount;

/**
 * A tax, or all taxes of a rate, in a document.
 *
 * @param key the code of the tax, or the rate
 * @param base the sum of the bases of its lines
 * @param amount the sum of the tax of its lines
 * @param deductible what a buyer may deduct of it
 * @param unrounded the tax in major units before rounding
 */
public record TaxTotal(
        String key, MonetaryAmount base, MonetaryAmount amount, MonetaryAmount deductible, Rational unrounded) {
    /** What is cost to a buyer. */
    public MonetaryAmount nonDeductible() {
        return amount.subtract(deductible);
    }
}
