package dev.erpkit.accounting.period;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** What happened to the periods of a book. */
public sealed interface PeriodChange {
    /**
     * A scope is locked from the beginning of time through a day.
     *
     * @param scope what is locked
     * @param through the last locked day, in the years 1 to 9999
     */
    record Locked(LockScope scope, LocalDate through) implements PeriodChange {
        /** Refused with {@code period.date} outside the years 1 to 9999. */
        public Locked {
            checkYear("Locked", "through", through);
        }
    }

    /**
     * The newest lock of a scope is taken back, so that the one before is in force again.
     *
     * @param scope the scope of the lock
     * @param through the last day of the lock that is taken back
     * @param reason why, 1 to 200 characters, not personal
     */
    record Unlocked(LockScope scope, LocalDate through, String reason) implements PeriodChange {
        /** Refused with {@code Size} when the reason is missing or too long. */
        public Unlocked {
            checkReason("Unlocked", reason);
        }
    }

    /**
     * Somebody, or everybody, may post under a lock until an instant. It opens no closed year.
     *
     * @param key the client's key of the exception
     * @param scope which entries it lets through: those of this scope, or all
     * @param startInclusive the first day on which entries may be dated
     * @param endExclusive the day after the last one
     * @param grantee who may post, or empty for anybody
     * @param expiresAt the instant from which it holds no longer
     * @param reason why, 1 to 200 characters, not personal
     */
    record ExceptionGranted(
            IdempotencyKey key,
            LockScope scope,
            LocalDate startInclusive,
            LocalDate endExclusive,
            Optional<Actor> grantee,
            Instant expiresAt,
            String reason)
            implements PeriodChange {
        /** Refused with {@code period.range} when it has no day, {@code Size} when the reason is missing or too long. */
        public ExceptionGranted {
            if (!startInclusive.isBefore(endExclusive)) {
                throw new InvalidValueException(
                        "ExceptionGranted", "endExclusive", "period.range", "must be after " + startInclusive);
            }
            checkReason("ExceptionGranted", reason);
        }

        /** Tells whether it lets this actor post an entry of this scope on this day at this instant. */
        public boolean covers(LockScope entryScope, LocalDate date, Actor actor, Instant at) {
            return scope.covers(entryScope)
                    && !date.isBefore(startInclusive)
                    && date.isBefore(endExclusive)
                    && (grantee.isEmpty() || grantee.get().equals(actor))
                    && at.isBefore(expiresAt);
        }
    }

    /**
     * An exception ends before it expires.
     *
     * @param key the key of the exception
     */
    record ExceptionEnded(IdempotencyKey key) implements PeriodChange {}

    /**
     * A fiscal year is closed: income and expense are zero at its end, and every day through its end is locked for every
     * scope, whatever exceptions there are.
     *
     * @param year the name of the fiscal year
     * @param startInclusive its first day
     * @param endExclusive the day after its last day, in the years 1 to 9999
     * @param generation 1 for the first close of the year, one more for each close after a reopening
     * @param entries the closing entries, in the order of posting; empty when there was nothing to carry
     */
    record YearClosed(
            String year,
            LocalDate startInclusive,
            LocalDate endExclusive,
            int generation,
            ImmutableList<EntryId> entries)
            implements PeriodChange {
        /** Refused with {@code period.range}, {@code period.date} or {@code Size}. */
        public YearClosed {
            if (!startInclusive.isBefore(endExclusive)) {
                throw new InvalidValueException(
                        "YearClosed", "endExclusive", "period.range", "must be after " + startInclusive);
            }
            checkYear("YearClosed", "endExclusive", endExclusive);
            checkName("YearClosed", year);
        }

        /** The last day of the year. */
        public LocalDate lastDay() {
            return endExclusive.minusDays(1);
        }
    }

    /**
     * The newest closed year is open again.
     *
     * @param year the name of the fiscal year
     * @param generation which close of the year is taken back
     * @param reversals the entries that reverse the closing entries
     * @param reason why, 1 to 200 characters, not personal
     */
    record YearReopened(String year, int generation, ImmutableList<EntryId> reversals, String reason)
            implements PeriodChange {
        /** Refused with {@code Size}. */
        public YearReopened {
            checkName("YearReopened", year);
            checkReason("YearReopened", reason);
        }
    }

    private static void checkYear(String type, String path, LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new InvalidValueException(type, path, "period.date", "must lie in the years 1 to 9999: " + date);
        }
    }

    private static void checkName(String type, String year) {
        if (year.isBlank() || year.length() > 32) {
            throw InvalidValueException.size(type, "year", 1, 32);
        }
    }

    private static void checkReason(String type, String reason) {
        if (reason.isBlank() || reason.length() > 200) {
            throw InvalidValueException.size(type, "reason", 1, 200);
        }
    }
}
