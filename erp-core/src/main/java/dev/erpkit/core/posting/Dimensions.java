package dev.erpkit.core.posting;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.util.Iterator;
import java.util.Optional;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.tuple.Pair;

/**
 * Analytic coordinates of an amount: axis to value, such as {@code cost-centre=100}. Ordered by axis, so that equal sets
 * have one form.
 *
 * @param values value by axis, at most 16
 */
public record Dimensions(ImmutableSortedMap<String, String> values) implements Comparable<Dimensions> {
    private static final Dimensions NONE = new Dimensions(SortedMaps.immutable.empty());

    /** Checks the number and form of the axes, and orders them in their natural order. */
    public Dimensions {
        values = values.comparator() == null ? values : naturallyOrdered(values);
        if (values.size() > 16) {
            throw new InvalidValueException("Dimensions", "values", "dimensions.too-many", "must have at most 16 axes");
        }
        values.forEachKeyValue((axis, value) -> {
            if (isOutOfForm(axis) || isOutOfForm(value)) {
                throw new InvalidValueException(
                        "Dimensions",
                        "values",
                        "dimensions.form",
                        "axis and value must have 1 to 64 characters and no control characters");
            }
        });
    }

    private static boolean isOutOfForm(String text) {
        return text.isBlank() || text.length() > 64 || !Texts.isLabel(text);
    }

    private static ImmutableSortedMap<String, String> naturallyOrdered(ImmutableSortedMap<String, String> values) {
        MutableSortedMap<String, String> ordered = SortedMaps.mutable.empty();
        values.forEachKeyValue(ordered::put);
        return ordered.toImmutable();
    }

    /** No coordinates. */
    public static Dimensions none() {
        return NONE;
    }

    /** One coordinate. */
    public static Dimensions of(String axis, String value) {
        return NONE.with(axis, value);
    }

    /** The same coordinates with one more, or with another value on that axis. */
    public Dimensions with(String axis, String value) {
        return new Dimensions(values.newWithKeyValue(axis, value));
    }

    /** The value on an axis. */
    public Optional<String> get(String axis) {
        return Optional.ofNullable(values.get(axis));
    }

    /** Tells whether there are no coordinates. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** By the first axis in which they differ, then by its value; fewer coordinates before more. */
    @Override
    public int compareTo(Dimensions other) {
        Iterator<Pair<String, String>> mine = values.keyValuesView().iterator();
        Iterator<Pair<String, String>> others = other.values.keyValuesView().iterator();
        while (mine.hasNext() && others.hasNext()) {
            Pair<String, String> left = mine.next();
            Pair<String, String> right = others.next();
            int axis = left.getOne().compareTo(right.getOne());
            int order = axis != 0 ? axis : left.getTwo().compareTo(right.getTwo());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(mine.hasNext(), others.hasNext());
    }

    /** The coordinates as {@code axis=value} joined with commas, in the order of the axes. */
    @Override
    public String toString() {
        return values.keyValuesView()
                .collect(p -> p.getOne() + "=" + p.getTwo())
                .makeString(",");
    }
}
