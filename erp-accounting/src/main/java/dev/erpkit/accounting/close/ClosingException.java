package dev.erpkit.accounting.close;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange.ExceptionEnded;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Lets closing entries pass a lock on the last day of the year: an exception for the actor and that day alone, recorded
 * before the entries and ended after them in the same unit of work, so that nothing else ever passes under it.
 *
 * @param periods where it is recorded
 * @param book the book
 * @param day the last day of the year
 * @param key the key of the exception
 * @param actor who closes
 */
record ClosingException(PeriodService periods, BookId book, LocalDate day, String key, Actor actor) {

    /** Runs work that posts on the day. */
    void during(Runnable work, boolean posts) {
        boolean needed = posts && periods.current().anyLockCovers(book, day);
        if (!needed) {
            work.run();
            return;
        }
        IdempotencyKey id = IdempotencyKey.of(key);
        Instant expiry = periods.now().plus(Duration.ofDays(1));
        periods.append(
                book,
                new ExceptionGranted(
                        id, LockScope.ALL, day, day.plusDays(1), Optional.of(actor), expiry, "closing entries"),
                actor);
        work.run();
        periods.append(book, new ExceptionEnded(id), actor);
    }
}
