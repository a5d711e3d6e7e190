package dev.erpkit.accounting.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** When each entry was recorded, in microseconds since 1970; never decreases. */
final class Instants {
    private static final int BITS = 12;
    private static final int SIZE = 1 << BITS;

    private long[][] chunks = {};
    private int count;

    void add(Instant recordedAt) {
        int at = count & (SIZE - 1);
        int which = count >>> BITS;
        if (which == chunks.length) {
            chunks = Arrays.copyOf(chunks, which + 1);
            chunks[which] = new long[which == 0 ? 64 : SIZE];
        } else if (at == chunks[which].length) {
            chunks[which] = Arrays.copyOf(chunks[which], Math.min(SIZE, 2 * at));
        }
        chunks[which][at] = micros(recordedAt);
        count++;
    }

    /** When the newest entry was recorded. */
    Optional<Instant> last() {
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(Instant.EPOCH.plus(chunks[chunks.length - 1][(count - 1) & (SIZE - 1)], ChronoUnit.MICROS));
    }

    /** The number of entries recorded at an instant or before. */
    int countThrough(Instant instant) {
        long micros = micros(instant);
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks[middle >>> BITS][middle & (SIZE - 1)] <= micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Instants beyond the range of 64-bit microseconds are as good as its ends. */
    private static long micros(Instant instant) {
        long seconds = Math.max(-9_000_000_000_000L, Math.min(9_000_000_000_000L, instant.getEpochSecond()));
        return seconds * 1_000_000 + instant.getNano() / 1000;
    }
}
