package dev.erpkit.inventory.move;

import dev.erpkit.inventory.valuation.ItemTerms;

/**
 * What moves have to know of an item.
 *
 * @param terms what its valuation has to know
 * @param tracking whether its pieces are told apart
 */
public record StockItem(ItemTerms terms, Tracking tracking) {
    /** An item whose pieces are all alike. */
    public static StockItem of(String item) {
        return new StockItem(ItemTerms.of(item), Tracking.NONE);
    }

    /** The same item, told apart otherwise. */
    public StockItem tracked(Tracking by) {
        return new StockItem(terms, by);
    }
}
