package dev.erpkit.testkit.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Keys that no test used before, and instants that never decrease. */
final class Fresh {
    private static final AtomicReference<Instant> LAST = new AtomicReference<>(Instant.EPOCH);

    private Fresh() {}

    static String key(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** Keys that the collations of databases order otherwise than strings are. */
    static ImmutableList<String> oddlyOrdered() {
        String unique = UUID.randomUUID().toString();
        return Lists.immutable
                .of(
                        "a", "B", "A", "b", "a-b", "ab", "a b", "a_b", "Z", "é", "e", "ß", "あ", "ア", "ｱ", "亜", "Ａ",
                        "😀", "10", "9")
                .collect(key -> key + "-" + unique);
    }

    /** Now, to the microsecond, and at least a microsecond later than the last one given. */
    static Instant instant() {
        return LAST.updateAndGet(last -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        });
    }
}
