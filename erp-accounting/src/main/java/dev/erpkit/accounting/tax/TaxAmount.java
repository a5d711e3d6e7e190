package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import javax.money.MonetaryAmount;

/**
 * A tax of a line.
 *
 * @param tax the tax as it was applied
 * @param base what it was computed from: the net price and the taxes that enter its base
 * @param amount the tax
 * @param deductible what a buyer may deduct of it
 * @param unroundedBase the base in major units before rounding
 * @param unrounded the tax in major units before rounding
 */
public record TaxAmount(
        AppliedTax tax,
        MonetaryAmount base,
        MonetaryAmount amount,
        MonetaryAmount deductible,
        Rational unroundedBase,
        Rational unrounded) {}
