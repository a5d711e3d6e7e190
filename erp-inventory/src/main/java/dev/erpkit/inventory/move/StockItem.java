package dev.erpkit.inventory.move;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import dev.erpkit.inventory.valuation.ItemTerms;

/**
 * What moves have to know of an item.
 *
 * @param terms what its valuation has to know
 * @param tracking whether its pieces are told apart
 * @param category by what posting rules may choose its accounts, at most 64 characters; empty for none. It qualifies the amounts
 *     that the books are told, and where it changes they are told to move what they hold. Goods received stay where they were
 *     first told: change the category of an item when none of it is waiting for its bill, and tell purchasing the same
 */
public record StockItem(ItemTerms terms, Tracking tracking, String category) {
    /** Checks the category: {@code stock.category-form}. */
    public StockItem {
        if (category.length() > 64 || !Texts.isLabel(category)) {
            throw new InvalidValueException(
                    "StockItem",
                    "category",
                    "stock.category-form",
                    "must have at most 64 characters and no control characters");
        }
    }

    /** An item of no category. */
    public StockItem(ItemTerms terms, Tracking tracking) {
        this(terms, tracking, "");
    }

    /** An item whose pieces are all alike. */
    public static StockItem of(String item) {
        return new StockItem(ItemTerms.of(item), Tracking.NONE);
    }

    /** The same item, told apart otherwise. */
    public StockItem tracked(Tracking by) {
        return new StockItem(terms, by, category);
    }

    /** The same item in a category. */
    public StockItem in(String other) {
        return new StockItem(terms, tracking, other);
    }
}
