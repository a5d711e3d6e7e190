package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.valuation.ConversionCost;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Goods of ours become other goods of ours, at one stroke.
 *
 * @param number the place in the order of recording; 0 before
 * @param at when it takes effect
 * @param workshop the location of kind {@link LocationKind#PRODUCTION} that it goes through
 * @param consumed what is used up
 * @param produced what is made
 * @param conversion further cost, such as labour, which what is made takes over
 * @param voucher what stands behind it, such as a production order
 */
public record Assembly(
        long number,
        LocalDateTime at,
        Location workshop,
        ImmutableList<Input> consumed,
        ImmutableList<Output> produced,
        ConversionCost conversion,
        Voucher voucher)
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
     * @param expiry the last day on which its lot is good
     */
    public record Output(Place place, Rational quantity, Rational share, Optional<LocalDate> expiry) {
        /** What is made and keeps for ever. */
        public Output(Place place, Rational quantity, Rational share) {
            this(place, quantity, share, Optional.empty());
        }

        /** The same as a lot that is good until a day, that day included. */
        public Output ofLot(String lot, LocalDate until) {
            return new Output(place.ofLot(lot), quantity, share, Optional.of(until));
        }
    }

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

    /** An assembly with one further cost in minor units that is neither labour nor overhead, and nothing behind it. */
    public Assembly(
            long number,
            LocalDateTime at,
            Location workshop,
            ImmutableList<Input> consumed,
            ImmutableList<Output> produced,
            long extra) {
        this(number, at, workshop, consumed, produced, new ConversionCost(0, 0, extra), Voucher.NONE);
    }

    private static boolean isOurs(Place place) {
        return place.location().isOurs() && place.owner().isEmpty();
    }

    @Override
    public Assembly numbered(long given) {
        return new Assembly(given, at, workshop, consumed, produced, conversion, voucher);
    }

    @Override
    public String reference() {
        return voucher.reference();
    }

    @Override
    public String narrative() {
        return voucher.narrative();
    }

    /** The same with something behind it. */
    public Assembly with(Voucher other) {
        return new Assembly(number, at, workshop, consumed, produced, conversion, other);
    }

    /** The same, of which the main product, the first, is a lot that is good until a day, that day included. */
    public Assembly ofLot(String lot, LocalDate until) {
        ImmutableList<Output> lots =
                Lists.immutable.of(produced.getFirst().ofLot(lot, until)).newWithAll(produced.drop(1));
        return new Assembly(number, at, workshop, consumed, lots, conversion, voucher);
    }
}
