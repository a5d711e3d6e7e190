package dev.erpkit.inventory.purchase;

import dev.erpkit.core.quantity.Rational;

/** How far something has come, seen from quantities alone. */
public enum LineStatus {
    /** Nothing yet. */
    OPEN,
    /** Some of it. */
    PARTLY,
    /** All of it. */
    DONE,
    /** More than that. */
    OVER;

    static LineStatus of(Rational done, Rational whole) {
        if (done.compareTo(whole) == 0) {
            return DONE;
        }
        if (done.compareTo(whole) > 0) {
            return OVER;
        }
        return done.signum() <= 0 ? OPEN : PARTLY;
    }
}
