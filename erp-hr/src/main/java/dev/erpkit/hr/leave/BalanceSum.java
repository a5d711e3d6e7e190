package dev.erpkit.hr.leave;

import dev.erpkit.core.quantity.Rational;

/** Adds up a balance, lot by lot. */
final class BalanceSum {
    private Rational granted = Rational.ZERO;
    private Rational carriedIn = Rational.ZERO;
    private Rational carriedOut = Rational.ZERO;
    private Rational taken = Rational.ZERO;
    private Rational adjusted = Rational.ZERO;
    private Rational expired = Rational.ZERO;
    private Rational remaining = Rational.ZERO;

    void granted(Rational days) {
        granted = granted.add(days);
    }

    void carriedIn(Rational days) {
        carriedIn = carriedIn.add(days);
    }

    void carriedOut(Rational days) {
        carriedOut = carriedOut.add(days);
    }

    void taken(Rational days) {
        taken = taken.add(days);
    }

    void adjusted(Rational days) {
        adjusted = adjusted.add(days);
    }

    void expired(Rational days) {
        expired = expired.add(days);
    }

    void remaining(Rational days) {
        remaining = remaining.add(days);
    }

    LeaveBalance balance() {
        return new LeaveBalance(granted, carriedIn, carriedOut, taken, adjusted, expired, remaining);
    }
}
