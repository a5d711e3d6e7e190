package dev.erpkit.crm.party;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of two values of one field survives: the newer one, unless it is missing, or is what an anonymous record shows by
 * default and so tells nothing.
 *
 * @param <V> the type of the field
 * @param newer the value of the record that was changed last
 * @param older the value of the other one
 * @param current what the surviving party shows so far
 * @param byDefault what the field holds when nobody has filled it
 * @param anonymous whether the newer record is of somebody unknown
 */
public record FieldMerge<V>(
        Optional<V> newer, Optional<V> older, Optional<V> current, Optional<V> byDefault, boolean anonymous) {

    /** Two values of records of known parties. */
    public static <V> FieldMerge<V> of(@Nullable V newer, @Nullable V older) {
        return new FieldMerge<>(
                Optional.ofNullable(newer), Optional.ofNullable(older), Optional.empty(), Optional.empty(), false);
    }

    /** The value that survives; nothing where both are missing. */
    public Optional<V> survivor() {
        boolean tellsNothing = newer.isEmpty() || anonymous && newer.equals(byDefault);
        return tellsNothing && older.isPresent() ? older : newer;
    }

    /** Whether the newer record brings something: not where both agree or the surviving party shows it already. */
    public boolean brings() {
        return !newer.equals(older) && (newer.isEmpty() || !newer.equals(current));
    }
}
