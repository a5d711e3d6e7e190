package dev.erpkit.core.money;

/** The powers of ten that fit a {@code long}. */
final class PowersOfTen {
    /** The largest exponent. */
    static final int MAX = 18;

    private static final long[] POWERS = new long[MAX + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= MAX; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private PowersOfTen() {}

    /** 10 to the given power, 0 to 18. */
    static long of(int exponent) {
        return POWERS[exponent];
    }
}
