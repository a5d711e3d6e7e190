package dev.erpkit.inventory.analysis;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Comparator;
import java.util.Map;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** Which items matter and how evenly they are used. */
public final class ItemClasses {
    private ItemClasses() {}

    /** By how much of the whole an item makes: the few that make most, the middle, the many that make little. */
    public enum Abc {
        /** The few that make most. */
        A,
        /** The middle. */
        B,
        /** The many that make little, those that make nothing included. */
        C
    }

    /** By how evenly an item is used. */
    public enum Xyz {
        /** Evenly. */
        X,
        /** With ups and downs. */
        Y,
        /** Now and then, or never. */
        Z
    }

    /**
     * Classes by cumulative share, the largest first, items of one figure in the order of their names. An item belongs to a
     * class when the share of those before it is below the bound, so that the item that crosses a bound is in the better
     * class and one item alone is A.
     *
     * @param values what each item makes, such as annual use in minor units; zero or more: {@code analysis.negative}
     * @param a up to which share of the whole items are A, such as 0.8
     * @param b up to which share they are B, such as 0.95; {@code analysis.bounds} unless 0 &lt; a &lt;= b &lt;= 1
     */
    public static ImmutableSortedMap<String, Abc> abc(Map<String, Long> values, Rational a, Rational b) {
        if (a.signum() <= 0 || a.compareTo(b) > 0 || b.compareTo(Rational.ONE) > 0) {
            throw new InvalidValueException(
                    "ItemClasses", "a", "analysis.bounds", "must be above 0 and at most b, b at most 1");
        }
        Rational whole = Rational.ZERO;
        for (long value : values.values()) {
            if (value < 0) {
                throw new InvalidValueException("ItemClasses", "values", "analysis.negative", "must be zero or more");
            }
            whole = whole.add(Rational.of(value));
        }
        MutableSortedMap<String, Abc> classes = SortedMaps.mutable.empty();
        Rational before = Rational.ZERO;
        Comparator<Map.Entry<String, Long>> largest =
                Map.Entry.<String, Long>comparingByValue().reversed();
        for (Map.Entry<String, Long> entry : values.entrySet().stream()
                .sorted(largest.thenComparing(Map.Entry.comparingByKey()))
                .toList()) {
            boolean none = entry.getValue() == 0;
            boolean isA = !none && before.compareTo(whole.multiply(a)) < 0;
            boolean isB = !none && before.compareTo(whole.multiply(b)) < 0;
            classes.put(entry.getKey(), isA ? Abc.A : isB ? Abc.B : Abc.C);
            before = before.add(Rational.of(entry.getValue()));
        }
        return classes.toImmutable();
    }

    /**
     * The class of an item by its coefficient of variation, the standard deviation of the whole population divided by the
     * mean. It is compared by its square, which is exact.
     *
     * @param used how much was used in each period; at least one: {@code analysis.no-periods}
     * @param x up to which coefficient it is X, such as 0.5
     * @param y up to which coefficient it is Y, such as 1; {@code analysis.bounds} unless 0 &lt;= x &lt;= y
     */
    public static Xyz xyz(ImmutableList<Rational> used, Rational x, Rational y) {
        if (used.isEmpty()) {
            throw new InvalidValueException("ItemClasses", "used", "analysis.no-periods", "must not be empty");
        }
        if (x.signum() < 0 || x.compareTo(y) > 0) {
            throw new InvalidValueException(
                    "ItemClasses", "x", "analysis.bounds", "must be zero or more and at most y");
        }
        Rational n = Rational.of(used.size());
        Rational mean = used.injectInto(Rational.ZERO, Rational::add).divide(n);
        if (mean.signum() <= 0) {
            return Xyz.Z;
        }
        Rational squares = used.injectInto(Rational.ZERO, (sum, each) -> {
            Rational off = each.subtract(mean);
            return sum.add(off.multiply(off));
        });
        Rational square = squares.divide(n).divide(mean.multiply(mean));
        if (square.compareTo(x.multiply(x)) <= 0) {
            return Xyz.X;
        }
        return square.compareTo(y.multiply(y)) <= 0 ? Xyz.Y : Xyz.Z;
    }
}
