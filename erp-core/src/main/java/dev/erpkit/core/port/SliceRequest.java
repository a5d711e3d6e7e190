package dev.erpkit.core.port;

import java.util.Optional;

/**
 * Asks for a part of an ordered result: keyset paging.
 *
 * @param after the key of the last element of the slice before, empty for the first slice
 * @param limit the most elements wanted, 1 to 10,000
 */
public record SliceRequest(Optional<String> after, int limit) {
    /** Checks the limit. */
    public SliceRequest {
        if (limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("limit must be 1 to 10000: " + limit);
        }
    }

    /** The first slice. */
    public static SliceRequest first(int limit) {
        return new SliceRequest(Optional.empty(), limit);
    }

    /** The slice that follows a key. */
    public static SliceRequest after(String key, int limit) {
        return new SliceRequest(Optional.of(key), limit);
    }
}
