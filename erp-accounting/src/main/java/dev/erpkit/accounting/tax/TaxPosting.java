package dev.erpkit.accounting.tax;

import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * An amount of a document that goes somewhere: a part of a base or of a tax by its {@link Repartition}.
 *
 * @param tax the tax as it was applied
 * @param kind what it is
 * @param account what posting rules choose the account by; that of the part also for what is not deductible
 * @param amount the amount in the direction of the document, below zero for the debt of a reverse charge
 * @param boxes the boxes that it counts in
 */
public record TaxPosting(
        AppliedTax tax, Kind kind, String account, MonetaryAmount amount, ImmutableList<BoxTag> boxes) {
    /** What an amount is. */
    public enum Kind {
        /** The base, which is in the net prices already and is told for its boxes. */
        BASE,
        /** Tax that is owed or deducted. */
        TAX,
        /** Tax that a buyer may not deduct, cost like the net prices; it counts in no box. */
        NON_DEDUCTIBLE
    }
}
