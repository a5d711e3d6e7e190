package dev.erpkit.inventory.assembly;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;

/**
 * What comes out beside the main product.
 *
 * @param item the item
 * @param quantity how much from one batch, above zero
 * @param share which part of the cost it bears, from 0 to 1; 0 for what is worth nothing
 */
public record ByProduct(String item, Rational quantity, Rational share) {
    /** Checks the quantity ({@code assembly.quantity}) and the share ({@code assembly.share}). */
    public ByProduct {
        if (quantity.signum() <= 0) {
            throw new InvalidValueException("ByProduct", "quantity", "assembly.quantity", "must be above zero");
        }
        if (share.signum() < 0 || share.compareTo(Rational.ONE) > 0) {
            throw new InvalidValueException("ByProduct", "share", "assembly.share", "must be from 0 to 1");
        }
    }

    /** So much of an item, bearing a part of the cost. */
    public static ByProduct of(String item, String quantity, String share) {
        return new ByProduct(item, Rational.parse(quantity), Rational.parse(share));
    }
}
