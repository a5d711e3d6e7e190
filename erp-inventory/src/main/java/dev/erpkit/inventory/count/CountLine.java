package dev.erpkit.inventory.count;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.valuation.Cost;
import java.util.Optional;

/**
 * A line of a sheet.
 *
 * @param place what is counted where
 * @param counted how much was there; nothing when nobody filled it in
 * @param cost what surplus costs each; without it the current cost
 */
public record CountLine(Place place, Optional<Rational> counted, Optional<Cost.Each> cost) {
    /** A line that somebody filled in. */
    public static CountLine counted(Place place, Rational quantity) {
        return new CountLine(place, Optional.of(quantity), Optional.empty());
    }

    /** A line that nobody filled in. */
    public static CountLine blank(Place place) {
        return new CountLine(place, Optional.empty(), Optional.empty());
    }

    /** The same line with what surplus costs. */
    public CountLine costing(Cost.Each each) {
        return new CountLine(place, counted, Optional.of(each));
    }

    /** What the line says under a policy; nothing when it says nothing. */
    Optional<Rational> figure(BlankPolicy policy) {
        return counted.isEmpty() && policy == BlankPolicy.EMPTY ? Optional.of(Rational.ZERO) : counted;
    }
}
