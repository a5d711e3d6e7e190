package dev.erpkit.inventory.item;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitConversion;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/**
 * The units somebody counts in, by code, with exact factors between those of one dimension: whatever way a quantity goes, it
 * comes back the same.
 */
public final class Units {
    private static final Units NONE = new Units(Maps.immutable.empty());
    private static final Units COMMON = CommonUnits.all();

    private final ImmutableMap<String, Known> known;

    /** A unit and how many reference units of its dimension it is. */
    private record Known(UnitOfMeasure unit, Rational factor) {}

    private Units(ImmutableMap<String, Known> known) {
        this.known = known;
    }

    /** No units. */
    public static Units none() {
        return NONE;
    }

    /**
     * Units of everyday trade, by their usual signs: {@code unit}, {@code pair}, {@code dozen}, {@code gross}; {@code mg},
     * {@code g}, {@code kg}, {@code t}, {@code carat}, {@code oz}, {@code lb}; {@code mm}, {@code cm}, {@code m}, {@code km},
     * {@code in}, {@code ft}, {@code yd}, {@code mi}; {@code ml}, {@code cl}, {@code l}, {@code m3}, {@code gal}; {@code m2},
     * {@code ha}; {@code s}, {@code min}, {@code h}, {@code d}. Ounces, pounds, inches and what is made of them by the
     * international agreement of 1959, the gallon that of the United States.
     */
    public static Units common() {
        return COMMON;
    }

    /** These units and another that measures a dimension on its own. */
    public Units with(UnitOfMeasure reference) {
        return new Units(known.newWithKeyValue(reference.code(), new Known(reference, Rational.ONE)));
    }

    /**
     * These units and one that is made of a known one; it takes the place of one with the same code, such as the box of
     * everybody else.
     *
     * @throws InvalidValueException {@code item.unit-not-known} when the unit that the conversion leads to is not known
     */
    public Units with(UnitConversion conversion) {
        Known to = known.get(conversion.to().code());
        if (to == null || !to.unit().equals(conversion.to())) {
            throw new InvalidValueException(
                    "Units", "conversion", "item.unit-not-known", "must lead to a known unit: " + conversion.to());
        }
        MutableMap<String, Known> more = known.toMap();
        more.put(
                conversion.from().code(),
                new Known(conversion.from(), conversion.factor().multiply(to.factor())));
        return new Units(more.toImmutable());
    }

    /** The unit with this code; refused with {@code item.unknown-unit}. */
    public Outcome<UnitOfMeasure> unit(String code) {
        return Optional.ofNullable(known.get(code))
                .map(found -> Outcome.accepted(found.unit()))
                .orElseGet(() -> Outcome.refused(ItemRefusals.unknownUnit(code)));
    }

    /**
     * The same amount of goods in another unit, exactly.
     *
     * @return the quantity, or {@code item.unknown-unit}, or {@code item.incompatible-units} when one unit measures something
     *     else than the other
     */
    public Outcome<Quantity> convert(Quantity quantity, UnitOfMeasure to) {
        return factor(quantity.unit(), to)
                .map(factor -> new Quantity(quantity.number().multiply(factor), to));
    }

    /** What one of a unit costs when one of another costs so much; refused as {@link #convert} is. */
    public Outcome<Rational> price(Rational price, UnitOfMeasure per, UnitOfMeasure to) {
        return factor(to, per).map(price::multiply);
    }

    /** How many of the one unit make one of the other. */
    private Outcome<Rational> factor(UnitOfMeasure from, UnitOfMeasure to) {
        Known source = known.get(from.code());
        Known target = known.get(to.code());
        if (source == null || !source.unit().equals(from)) {
            return Outcome.refused(ItemRefusals.unknownUnit(from.code()));
        }
        if (target == null || !target.unit().equals(to)) {
            return Outcome.refused(ItemRefusals.unknownUnit(to.code()));
        }
        return from.dimension().equals(to.dimension())
                ? Outcome.accepted(source.factor().divide(target.factor()))
                : Outcome.refused(ItemRefusals.incompatible(from, to));
    }
}
