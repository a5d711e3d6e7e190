package dev.erpkit.core.money;

import java.math.RoundingMode;

/** Which neighbour a number between two multiples of the unit goes to. Half rules and truncate treat both signs alike. */
public enum RoundingRule {
    /** To the nearer; from the middle away from zero: 2.5 to 3, -2.5 to -3. */
    HALF_UP("half-up", RoundingMode.HALF_UP),
    /** To the nearer; from the middle to the even one: 2.5 to 2, 3.5 to 4. */
    HALF_EVEN("half-even", RoundingMode.HALF_EVEN),
    /** To the nearer; from the middle towards zero: 2.5 to 2, -2.5 to -2. */
    HALF_DOWN("half-down", RoundingMode.HALF_DOWN),
    /** To the lower: 2.9 to 2, -2.1 to -3. */
    FLOOR("floor", RoundingMode.FLOOR),
    /** To the higher: 2.1 to 3, -2.9 to -2. */
    CEILING("ceiling", RoundingMode.CEILING),
    /** Towards zero: 2.9 to 2, -2.9 to -2. */
    TRUNCATE("truncate", RoundingMode.DOWN),
    /** Away from zero: 2.1 to 3, -2.1 to -3. */
    UP("up", RoundingMode.UP);

    private final String text;
    private final RoundingMode mode;

    RoundingRule(String text, RoundingMode mode) {
        this.text = text;
        this.mode = mode;
    }

    /** The stable name, such as {@code half-up}. */
    public String text() {
        return text;
    }

    RoundingMode mode() {
        return mode;
    }

    /** The whole number next to numerator / denominator that this rule chooses; the denominator is above zero. */
    long divide(long numerator, long denominator) {
        long quotient = numerator / denominator;
        long rest = numerator - quotient * denominator;
        long size = Math.abs(rest);
        if (this == HALF_UP || this == HALF_DOWN) {
            // without a branch on the rest, which no processor would foresee: all ones from, or beyond, the middle on
            long away = (denominator - size - (this == HALF_UP ? 1 : 0) - size) >> 63;
            return quotient - away * (rest >> 63 | 1);
        }
        if (rest == 0 || this == TRUNCATE) {
            return quotient;
        }
        int toMiddle = Long.compare(size, denominator - size);
        boolean away = switch (this) {
            case HALF_EVEN -> toMiddle > 0 || (toMiddle == 0 && (quotient & 1) == 1);
            case HALF_UP -> toMiddle >= 0; // as above
            case HALF_DOWN -> toMiddle > 0; // as above
            case FLOOR -> rest < 0;
            case CEILING -> rest > 0;
            case TRUNCATE -> false;
            case UP -> true;
        };
        return away ? quotient + Long.signum(rest) : quotient;
    }
}
