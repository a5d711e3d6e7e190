package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;

/**
 * What a valuation has to know of an item.
 *
 * @param item the item
 * @param firstCost what a unit is taken to cost, in minor units, while no receipt has told
 * @param standardCost the standard cost of a unit in minor units until it is changed
 * @param weight the weight of a unit, in any measure common to all items
 * @param volume the volume of a unit, in any measure common to all items
 */
public record ItemTerms(String item, Rational firstCost, Rational standardCost, Rational weight, Rational volume) {
    /** An item of which nothing is known. */
    public static ItemTerms of(String item) {
        return new ItemTerms(item, Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO);
    }

    /** The same item, taken to cost so much while no receipt has told. */
    public ItemTerms firstCost(Cost.Each cost) {
        return new ItemTerms(item, cost.minor(), standardCost, weight, volume);
    }

    /** The same item with a standard cost. */
    public ItemTerms standardCost(Cost.Each cost) {
        return new ItemTerms(item, firstCost, cost.minor(), weight, volume);
    }

    /** The same item with weight and volume of a unit. */
    public ItemTerms measures(Rational weightOfUnit, Rational volumeOfUnit) {
        return new ItemTerms(item, firstCost, standardCost, weightOfUnit, volumeOfUnit);
    }
}
