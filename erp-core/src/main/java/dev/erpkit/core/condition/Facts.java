package dev.erpkit.core.condition;

import java.util.Optional;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What is known when a condition is tested; a field without a value is unknown, not zero.
 *
 * @param values the known fields by name
 */
public record Facts(ImmutableSortedMap<String, FactValue> values) {
    private static final Facts NONE = new Facts(SortedMaps.immutable.empty());

    /** Nothing known yet. */
    public static Facts none() {
        return NONE;
    }

    /** One field. */
    public static Facts of(String field, FactValue value) {
        return NONE.with(field, value);
    }

    /** The same facts with one more field, or with another value of it. */
    public Facts with(String field, FactValue value) {
        return new Facts(values.newWithKeyValue(field, value));
    }

    /** The value of a field, if it is known. */
    public Optional<FactValue> find(String field) {
        return Optional.ofNullable(values.get(field));
    }
}
