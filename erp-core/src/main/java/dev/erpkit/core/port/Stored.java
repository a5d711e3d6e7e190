package dev.erpkit.core.port;

import java.util.Objects;

/**
 * A value as a store holds it, with the version needed to replace it.
 *
 * @param value the value
 * @param version opaque, changed by every replacement; it stands beside the value, never inside it
 */
public record Stored<V>(V value, long version) {
    /** Checks that there is a value. */
    public Stored {
        Objects.requireNonNull(value, "value");
    }
}
