package dev.erpkit.accounting.period;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;

/** Decides on which day an entry may be recorded. Read inside the unit of work that appends the entry. */
@FunctionalInterface
public interface PeriodGuard {
    /**
     * The effective date that an entry gets.
     *
     * @param book the book of the entry
     * @param scope what the journal of the entry belongs to
     * @param wanted the effective date the client wants
     * @param actor who posts, for exceptions that name somebody
     * @param at the recorded instant, for exceptions that expire
     * @param policy what to do when the wanted date is locked
     * @return the date, or {@code period.locked} with the lock
     */
    Outcome<LocalDate> accountingDate(
            BookId book, LockScope scope, LocalDate wanted, Actor actor, Instant at, LockedDatePolicy policy);

    /** Every day is open. */
    static PeriodGuard open() {
        return (book, scope, wanted, actor, at, policy) -> Outcome.accepted(wanted);
    }
}
