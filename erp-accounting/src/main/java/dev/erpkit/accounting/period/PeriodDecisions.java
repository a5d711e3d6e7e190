package dev.erpkit.accounting.period;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodChange.ExceptionEnded;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodChange.Unlocked;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Decides commands on periods: pure functions of the state, the command and the instant. */
final class PeriodDecisions {
    private PeriodDecisions() {}

    static Outcome<PeriodChange> lock(PeriodLocks state, BookId book, Locked command) {
        BookPeriods periods = state.of(book);
        LocalDate closed = periods.closedThrough();
        LocalDate own = periods.own(command.scope()).getLastOptional().orElse(LocalDate.MIN);
        if (command.through().equals(own)) {
            return Outcome.replayed(command);
        }
        LocalDate through = own.isAfter(closed) ? own : closed;
        if (!command.through().isAfter(through)) {
            return Outcome.refused(Refusal.of(
                            PeriodRefusals.ALREADY_LOCKED,
                            "Scope " + command.scope() + " of book " + book + " is locked through " + through
                                    + " already; lock through a later day than " + command.through())
                    .with("lockedThrough", through));
        }
        return Outcome.accepted(command);
    }

    static Outcome<PeriodChange> unlock(PeriodLocks state, BookId book, Unlocked command) {
        BookPeriods periods = state.of(book);
        if (periods.newest().equals(Optional.of(command))) {
            return Outcome.replayed(command);
        }
        String lock = "The lock of scope " + command.scope() + " of book " + book + " through " + command.through();
        if (!periods.own(command.scope()).contains(command.through())) {
            return Outcome.refused(
                    Refusal.of(PeriodRefusals.NOT_LOCKED, lock + " does not exist; name a lock that is in force"));
        }
        LocalDate newest = periods.own(command.scope()).getLast();
        if (!command.through().equals(newest)) {
            return Outcome.refused(Refusal.of(
                            PeriodRefusals.NOT_NEWEST,
                            lock + " stands below a newer one; take back the lock through " + newest + " first")
                    .with("newest", newest));
        }
        if (!command.through().isAfter(periods.closedThrough())) {
            return Outcome.refused(yearClosed(
                    periods, lock + " lies in a closed year; reopen the year that ends on " + periods.closedThrough()));
        }
        return Outcome.accepted(command);
    }

    static Outcome<PeriodChange> grant(PeriodLocks state, BookId book, ExceptionGranted command, Instant now) {
        BookPeriods periods = state.of(book);
        Optional<ExceptionGranted> known =
                periods.granted().detectOptional(e -> e.key().equals(command.key()));
        if (known.isPresent()) {
            return known.get().equals(command)
                    ? Outcome.replayed(command)
                    : Outcome.refused(Refusal.of(
                            PeriodRefusals.EXCEPTION_KEY_REUSED,
                            "Exception " + command.key() + " was granted with other content; choose another key"));
        }
        if (!now.isBefore(command.expiresAt())) {
            return Outcome.refused(Refusal.of(
                            PeriodRefusals.EXCEPTION_EXPIRED,
                            "Exception " + command.key() + " would expire at " + command.expiresAt()
                                    + ", which is not after " + now + "; choose a later instant")
                    .with("expiresAt", command.expiresAt()));
        }
        if (!command.startInclusive().isAfter(periods.closedThrough())) {
            return Outcome.refused(yearClosed(
                    periods,
                    "Exception " + command.key() + " begins on " + command.startInclusive()
                            + ", in a closed year; begin after " + periods.closedThrough() + " or reopen the year"));
        }
        return Outcome.accepted(command);
    }

    static Outcome<PeriodChange> end(PeriodLocks state, BookId book, IdempotencyKey key) {
        BookPeriods periods = state.of(book);
        ExceptionEnded command = new ExceptionEnded(key);
        if (periods.live().anySatisfy(e -> e.key().equals(key))) {
            return Outcome.accepted(command);
        }
        if (periods.granted().anySatisfy(e -> e.key().equals(key))) {
            return Outcome.replayed(command);
        }
        return Outcome.refused(Refusal.of(
                PeriodRefusals.NO_SUCH_EXCEPTION,
                "Exception " + key + " was never granted in book " + book + "; name one that was"));
    }

    private static Refusal yearClosed(BookPeriods periods, String message) {
        return Refusal.of(PeriodRefusals.YEAR_CLOSED, message).with("closedThrough", periods.closedThrough());
    }
}
