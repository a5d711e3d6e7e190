package dev.erpkit.testkit.books;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to go on. */
public final class KitClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /** A clock that shows this instant. */
    public KitClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Goes on. */
    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }
}
