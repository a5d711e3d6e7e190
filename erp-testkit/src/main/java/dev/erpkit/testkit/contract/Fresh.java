package dev.erpkit.testkit.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Keys that no test used before, and instants that never decrease. */
final class Fresh {
    private static final AtomicReference<Instant> LAST = new AtomicReference<>(Instant.EPOCH);

    private Fresh() {}

    static String key(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** Now, to the microsecond, and at least a microsecond later than the last one given. */
    static Instant instant() {
        return LAST.updateAndGet(last -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        });
    }
}
