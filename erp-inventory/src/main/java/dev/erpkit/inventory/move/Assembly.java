package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDateTime;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Goods of ours become other goods of ours, at one stroke.
 *
 * @param number the place in the order of recording; 0 before
 * @param at when it takes effect
 * @param workshop the location of kind {@link LocationKind#PRODUCTION} that it goes through
 * @param consumed what is used up
 * @param produced what is made
 * @param extra further cost in minor units, such as labour
 */
public record Assembly(
        long number,
        LocalDateTime at,
        Location workshop,
        ImmutableList<Input> consumed,
        ImmutableList<Output> produced,
        long extra)
        implements StockFact {
    /**
     * What is used up.
     *
     * @param place where it was
     * @param quantity how much, above zero
     */
    public record Input(Place place, Rational quantity) {}

    /**
     * What is made.
     *
     * @param place where it is then
     * @param quantity how much, above zero
     * @param share its weight when the cost is shared; nothing for a by-product that is worth nothing
     */
    public record Output(Place place, Rational quantity, Rational share) {}

    /** Checks the quantities: {@code stock.move-quantity}; and the places: {@code stock.move-places}. */
    public Assembly {
        boolean above = consumed.allSatisfy(input -> input.quantity().signum() > 0)
                && produced.allSatisfy(output ->
                        output.quantity().signum() > 0 && output.share().signum() >= 0);
        if (!above || produced.isEmpty()) {
            throw new InvalidValueException(
                    "Assembly", "produced", "stock.move-quantity", "must make something, of quantities above zero");
        }
        boolean ours = consumed.allSatisfy(input -> isOurs(input.place()))
                && produced.allSatisfy(output -> isOurs(output.place()));
        if (!ours || workshop.kind() != LocationKind.PRODUCTION) {
            throw new InvalidValueException(
                    "Assembly", "workshop", "stock.move-places", "must turn goods of ours into goods of ours");
        }
    }

    private static boolean isOurs(Place place) {
        return place.location().isOurs() && place.owner().isEmpty();
    }

    @Override
    public Assembly numbered(long given) {
        return new Assembly(given, at, workshop, consumed, produced, extra);
    }
}
