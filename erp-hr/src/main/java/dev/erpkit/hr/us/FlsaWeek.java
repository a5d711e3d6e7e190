package dev.erpkit.hr.us;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A workweek under the Fair Labor Standards Act (29 CFR 778): the regular rate is all remuneration at straight time over all
 * hours worked; each hour beyond 40 earns half of it on top. In cents.
 *
 * <p>Worked, 778.110: 46 hours at 12.00 and a bonus of 46.00 are 598.00, a regular rate of 13.00, a premium of 6 x 6.50 and
 * 637.00 in all. Worked, 778.114: a salary of 600.00 for 44 hours, a half rate of 6.82, 627.28.
 *
 * @param hours worked, not below zero
 * @param straightTime remuneration for them without any overtime premium, in cents
 * @param halfRate how the half rate is rounded
 */
public record FlsaWeek(Rational hours, long straightTime, HalfRate halfRate) {
    /** Hours beyond which the premium is due. */
    public static final int THRESHOLD = 40;

    /** How the half rate is rounded before it is multiplied. */
    public enum HalfRate {
        /** Not at all: the premium alone is rounded, half up to the cent. */
        EXACT("exact"),
        /** Half up to the cent, as in the examples of 778.114. */
        TO_CENT("to-cent");

        private final String text;

        HalfRate(String text) {
            this.text = text;
        }

        /** The stable name, such as {@code to-cent}. */
        public String text() {
            return text;
        }
    }

    /** Checks hours and remuneration: {@code us.flsa}. */
    public FlsaWeek {
        if (hours.signum() < 0 || hours.compareTo(Rational.of(168)) > 0 || straightTime < 0) {
            throw new InvalidValueException(
                    "FlsaWeek", "hours", "us.flsa", "hours must be 0 to 168 and remuneration not below zero");
        }
    }

    /** A week without hours yet, whose half rate is not rounded. */
    public static FlsaWeek begin() {
        return new FlsaWeek(Rational.ZERO, 0, HalfRate.EXACT);
    }

    /** A fixed salary for whatever hours are worked (778.114). */
    public static FlsaWeek salary(long salary, Rational hours) {
        return new FlsaWeek(hours, salary, HalfRate.TO_CENT);
    }

    /** With hours at a rate in cents; several rates give the weighted average (778.115). Rounded half up to the cent. */
    public FlsaWeek work(Rational worked, long rate) {
        long pay = Fica.CENT.round(worked.multiply(Rational.of(rate, 100)))
                .movePointRight(2)
                .longValueExact();
        return new FlsaWeek(hours.add(worked), Math.addExact(straightTime, pay), halfRate);
    }

    /** With other remuneration that counts: piece earnings, a bonus, a shift differential; in cents. */
    public FlsaWeek earn(long cents) {
        return new FlsaWeek(hours, Math.addExact(straightTime, cents), halfRate);
    }

    /** With hours whose pay is in {@link #earn}. */
    public FlsaWeek hours(Rational worked) {
        return new FlsaWeek(hours.add(worked), straightTime, halfRate);
    }

    /** With another way to round the half rate. */
    public FlsaWeek rounding(HalfRate rounding) {
        return new FlsaWeek(hours, straightTime, rounding);
    }

    /** Hours beyond 40. */
    public Rational overtime() {
        Rational beyond = hours.subtract(Rational.of(THRESHOLD));
        return beyond.signum() > 0 ? beyond : Rational.ZERO;
    }

    /** The regular rate in dollars, shown half up to the cent; 0 without hours. */
    public BigDecimal regularRate() {
        return hours.isZero() ? BigDecimal.ZERO : Fica.CENT.round(exactRate());
    }

    private Rational exactRate() {
        return Rational.of(straightTime, 100).divide(hours);
    }

    /** The half-time premium for the hours beyond 40, in cents, rounded half up. */
    public long premium() {
        if (overtime().isZero()) {
            return 0;
        }
        Rational half = exactRate().divide(Rational.of(2));
        Rational rate = halfRate == HalfRate.TO_CENT ? Rational.of(Fica.CENT.round(half)) : half;
        return Fica.CENT.round(rate.multiply(overtime()))
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    /** All that is due for the week, in cents. */
    public long total() {
        return Math.addExact(straightTime, premium());
    }

    /** Without the pay. */
    @Override
    public String toString() {
        return "FlsaWeek of " + hours + " hours";
    }
}
