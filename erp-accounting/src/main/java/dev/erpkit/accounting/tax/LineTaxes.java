package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A line with its taxes.
 *
 * @param id the line
 * @param net its price before all taxes
 * @param tax what the taxes add to it, without those that the buyer owes in place of the seller
 * @param gross net and tax
 * @param taxes each tax, in the order in which they are computed
 * @param unroundedNet the net price in major units before rounding
 */
public record LineTaxes(
        String id,
        MonetaryAmount net,
        MonetaryAmount tax,
        MonetaryAmount gross,
        ImmutableList<TaxAmount> taxes,
        Rational unroundedNet) {}
