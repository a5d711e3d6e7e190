package dev.erpkit.accounting.ledger;

import dev.erpkit.core.value.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an index begins: at the first entry, or behind a checkpoint, whose lines are merged and so can no longer be told
 * apart.
 *
 * @param position the last position that is merged, 0 when none is
 * @param recordedAt when that position was recorded
 * @param horizon the first day whose balance the merged lines still tell
 */
record Origin(long position, Optional<Instant> recordedAt, Optional<LocalDate> horizon) {
    /** Everything is there. */
    static final Origin START = new Origin(0, Optional.empty(), Optional.empty());

    /** The ordinal of merged lines. */
    static final int MERGED = 0;

    /** The later of the horizon and one that is asked for: what was merged stays merged. */
    Optional<LocalDate> later(Optional<LocalDate> wanted) {
        boolean own = wanted.isEmpty() || (horizon.isPresent() && horizon.get().isAfter(wanted.get()));
        return own ? horizon : wanted;
    }

    void requireDay(LocalDate date) {
        if (horizon.isPresent() && date.isBefore(horizon.get())) {
            throw new InvalidValueException(
                    "LedgerIndex",
                    "date",
                    "ledger.before-horizon",
                    "the checkpoint tells balances from " + horizon.get() + " on, not of " + date
                            + "; build the index from the journal");
        }
    }

    /** Days behind this one are told apart, each by itself. */
    void requireDaysFrom(AsOf opening) {
        if (horizon.isPresent() && opening.day() < AsOf.of(horizon.get()).day()) {
            throw new InvalidValueException(
                    "LedgerIndex",
                    "date",
                    "ledger.before-horizon",
                    "the checkpoint tells days apart behind " + horizon.get()
                            + " only; build the index from the journal");
        }
    }

    void require(LedgerQuery query) {
        requireDay(query.through());
        query.from().filter(day -> !day.equals(LocalDate.MIN)).ifPresent(day -> requireDay(day.minusDays(1)));
    }

    void requirePosition(long wanted, long newest) {
        if (wanted > newest) {
            throw new InvalidValueException(
                    "LedgerIndex",
                    "position",
                    "ledger.position-ahead",
                    "the index has seen positions up to " + newest + ", not " + wanted + "; let it catch up first");
        }
        if (wanted < position) {
            throw beforeCheckpoint("position " + wanted);
        }
    }

    void requireInstant(Instant instant) {
        if (recordedAt.isPresent() && instant.isBefore(recordedAt.get())) {
            throw beforeCheckpoint(instant.toString());
        }
    }

    void requireSingleLine(int ordinal) {
        if (ordinal == MERGED) {
            throw beforeCheckpoint("the lines of positions up to " + position);
        }
    }

    private InvalidValueException beforeCheckpoint(String what) {
        return new InvalidValueException(
                "LedgerIndex",
                "position",
                "ledger.before-checkpoint",
                "the index was restored from position " + position + " and does not hold " + what
                        + "; build it from the journal");
    }
}
