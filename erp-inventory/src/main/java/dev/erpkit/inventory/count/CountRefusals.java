package dev.erpkit.inventory.count;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import java.time.LocalDateTime;

/** The refusals of stock-taking, each with its code and the sentence that says what to do. */
final class CountRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("count.key-reused");
    private static final RefusalCode SHEET_TAKEN = RefusalCode.of("count.sheet-taken");
    private static final RefusalCode UNKNOWN_SHEET = RefusalCode.of("count.unknown-sheet");
    private static final RefusalCode FINISHED = RefusalCode.of("count.finished");
    private static final RefusalCode NO_PLACES = RefusalCode.of("count.no-places");
    private static final RefusalCode NOT_OURS = RefusalCode.of("count.not-ours");
    private static final RefusalCode NOT_ON_SHEET = RefusalCode.of("count.not-on-sheet");
    private static final RefusalCode ENTERED = RefusalCode.of("count.entered");
    private static final RefusalCode IN_FUTURE = RefusalCode.of("count.in-future");
    private static final RefusalCode TWICE = RefusalCode.of("count.twice");
    private static final RefusalCode NEGATIVE = RefusalCode.of("count.negative");

    private CountRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a count command with other content; take another key")
                .with("key", key);
    }

    static Refusal sheetTaken(String sheet) {
        return Refusal.of(SHEET_TAKEN, "Sheet " + sheet + " has been opened already; give another id")
                .with("sheet", sheet);
    }

    static Refusal unknownSheet(String sheet) {
        return Refusal.of(UNKNOWN_SHEET, "There is no sheet " + sheet + "; open it first")
                .with("sheet", sheet);
    }

    static Refusal finished(String sheet) {
        return Refusal.of(FINISHED, "Sheet " + sheet + " is finished; open another one to count again")
                .with("sheet", sheet);
    }

    static Refusal noPlaces(String sheet) {
        return Refusal.of(NO_PLACES, "Sheet " + sheet + " has nothing to count; name at least one place")
                .with("sheet", sheet);
    }

    static Refusal notOurs(Place place) {
        return Refusal.of(NOT_OURS, "Of " + place + " nothing can be counted, it is no place of ours; leave it out")
                .with("place", place);
    }

    static Refusal notOnSheet(Place place) {
        return Refusal.of(NOT_ON_SHEET, "The sheet has no line for " + place + "; open another one with it")
                .with("place", place);
    }

    static Refusal entered(Place place, Rational counted) {
        return Refusal.of(
                        ENTERED,
                        "Of " + place + " " + counted + " have been entered already; recount it where that is wrong")
                .with("place", place)
                .with("counted", counted);
    }

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
