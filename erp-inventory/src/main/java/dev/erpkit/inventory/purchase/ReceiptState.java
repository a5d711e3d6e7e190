package dev.erpkit.inventory.purchase;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;

/**
 * What became of a receipt.
 *
 * @param fact the receipt
 * @param returned how much of it went back
 * @param billed how much of it is billed; what is billed beyond all receipts counts at the last one
 * @param valueMinor what all of it was worth at the price of the order, in minor units of the books
 */
public record ReceiptState(Received fact, Rational returned, Rational billed, long valueMinor) {
    /** What is to be billed still; below zero what is to be credited. */
    public Rational notBilled() {
        return fact.quantity().subtract(returned).subtract(billed);
    }

    /** What that is worth, in minor units of the books: a share of the value, and nothing of nothing. */
    public long notBilledMinor() {
        return Money.share(valueMinor, notBilled(), fact.quantity());
    }

    /** Which part of what was kept is billed; one where nothing was kept. */
    public Rational billedShare() {
        Rational kept = fact.quantity().subtract(returned);
        return kept.isZero() ? Rational.ONE : billed.divide(kept);
    }
}
