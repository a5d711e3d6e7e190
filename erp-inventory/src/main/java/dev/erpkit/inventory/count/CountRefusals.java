package dev.erpkit.inventory.count;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.inventory.move.Place;
import java.time.LocalDateTime;

/** The refusals of stock-taking, each with its code and the sentence that says what to do. */
final class CountRefusals {
    private static final RefusalCode IN_FUTURE = RefusalCode.of("count.in-future");
    private static final RefusalCode TWICE = RefusalCode.of("count.twice");
    private static final RefusalCode NEGATIVE = RefusalCode.of("count.negative");

    private CountRefusals() {}

    static Refusal inFuture(LocalDateTime at, LocalDateTime now) {
        return Refusal.of(
                        IN_FUTURE, "The count of " + at + " is later than now, " + now + "; state when it was counted")
                .with("at", at)
                .with("now", now);
    }

    static Refusal twice(Place place) {
        return Refusal.of(TWICE, "The sheet counts " + place + " twice; keep one line")
                .with("place", place);
    }

    static Refusal negative(Place place) {
        return Refusal.of(NEGATIVE, "The sheet counts less than nothing of " + place + "; count again")
                .with("place", place);
    }
}
