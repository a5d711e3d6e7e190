package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants to be kept.
 *
 * @param demand for what, such as an order line; 1 to 64 characters
 * @param item the item, 1 to 64 characters
 * @param quantity how much, above zero, in its stock unit
 * @param strategy which goods first
 * @param partial whether less will do when there is not enough
 * @param expiresAt from when on it is free again
 */
public record Claim(
        String demand,
        String item,
        Rational quantity,
        PickingStrategy strategy,
        boolean partial,
        Optional<Instant> expiresAt) {
    /** Checks the names ({@code reservation.form}) and the quantity ({@code reservation.quantity}). */
    public Claim {
        if (isOutOfForm(demand) || isOutOfForm(item)) {
            throw new InvalidValueException(
                    "Claim", "demand", "reservation.form", "must have 1 to 64 characters and no control characters");
        }
        if (quantity.signum() <= 0) {
            throw new InvalidValueException("Claim", "quantity", "reservation.quantity", "must be above zero");
        }
    }

    static boolean isOutOfForm(String name) {
        return name.isBlank() || name.length() > 64 || !Texts.isLabel(name);
    }

    /** All or nothing, for good. */
    public static Claim of(String demand, String item, Rational quantity, PickingStrategy strategy) {
        return new Claim(demand, item, quantity, strategy, false, Optional.empty());
    }

    /** The same, and less will do. */
    public Claim orLess() {
        return new Claim(demand, item, quantity, strategy, true, expiresAt);
    }

    /** The same, free again from an instant on. */
    public Claim until(Instant end) {
        return new Claim(demand, item, quantity, strategy, partial, Optional.of(end));
    }

    String text() {
        return String.join(
                "\n",
                "reserve",
                demand,
                item,
                quantity.toString(),
                strategy.text(),
                partial ? "partial" : "whole",
                expiresAt.map(Instant::toString).orElse(""));
    }
}
