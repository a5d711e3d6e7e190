package dev.erpkit.inventory.reservation;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;

/** The refusals of reservation, each with its code and the sentence that says what to do. */
final class ReservationRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("reservation.key-reused");
    private static final RefusalCode INSUFFICIENT = RefusalCode.of("reservation.insufficient");
    private static final RefusalCode RESERVED = RefusalCode.of("reservation.reserved");
    private static final RefusalCode NOT_HELD = RefusalCode.of("reservation.not-held");

    private ReservationRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(
                        KEY_REUSED, "Key " + key + " names a reservation command with other content; take another key")
                .with("key", key);
    }

    static Refusal insufficient(String item, Rational wanted, Rational free) {
        return Refusal.of(
                        INSUFFICIENT,
                        "Of item " + item + " there are " + free + " to be had and not " + wanted
                                + "; wait for goods or take less")
                .with("item", item)
                .with("wanted", wanted)
                .with("free", free);
    }

    static Refusal reserved(Place place, Rational wanted, Rational usable) {
        return Refusal.of(
                        RESERVED,
                        "Of " + place + " others have a claim on all but " + usable + ", so " + wanted
                                + " cannot be taken; have a claim released first")
                .with("place", place)
                .with("wanted", wanted)
                .with("usable", usable);
    }

    static Refusal notHeld(String demand, Place place, Rational held) {
        return Refusal.of(
                        NOT_HELD,
                        "Demand " + demand + " has a claim on " + held + " of " + place
                                + " only; name no more than that")
                .with("demand", demand)
                .with("place", place)
                .with("held", held);
    }
}
