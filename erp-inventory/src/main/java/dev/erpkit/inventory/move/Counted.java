package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.valuation.Cost;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * So much was counted. The count is absolute: what is recorded later for an earlier time changes the difference, not what is
 * there after the count. Nothing counted is nothing recorded; zero is a count.
 *
 * @param number the place in the order of recording; 0 before
 * @param at when it was counted
 * @param place what was counted where
 * @param quantity how much there is, zero or more
 * @param cost what surplus costs each; without it the current cost
 */
public record Counted(long number, LocalDateTime at, Place place, Rational quantity, Optional<Cost.Each> cost)
        implements StockFact {
    /** Where what a count finds comes from and what it misses has gone. */
    public static final Location DIFFERENCE = Location.outside("count-difference", LocationKind.LOSS);

    /** Checks the quantity: {@code stock.move-quantity}; and the place: {@code stock.move-places}. */
    public Counted {
        if (quantity.signum() < 0) {
            throw new InvalidValueException("Counted", "quantity", "stock.move-quantity", "must be zero or more");
        }
        if (!place.location().isOurs()) {
            throw new InvalidValueException("Counted", "place", "stock.move-places", "must be a place of ours");
        }
    }

    @Override
    public Counted numbered(long given) {
        return new Counted(given, at, place, quantity, cost);
    }
}
