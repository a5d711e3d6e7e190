package dev.erpkit.crm.behaviour;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for z from 0 to below 1: its power series, after Euler's
 * transformation (1-z)^(c-a-b) 2F1(c-a, c-b; c; z) where that leaves smaller numerators (Abramowitz and Stegun, 15.1.1 and
 * 15.3.3). All terms are positive where the parameters are, so that nothing cancels.
 */
final class Hypergeometric {
    private static final int MOST_TERMS = 2_000_000;

    private Hypergeometric() {}

    /** The logarithm of 2F1 for {@code c} above zero. */
    static double log(double a, double b, double c, double z) {
        boolean euler = c - a > 0 && c - b > 0 && (c - a) * (c - b) < a * b;
        return euler
                ? (c - a - b) * Math.log1p(-z) + Math.log(series(c - a, c - b, c, z))
                : Math.log(series(a, b, c, z));
    }

    /** 2F1 times a scale that is given by its logarithm, so that a large value and a small scale meet without overflow. */
    static double scaled(double logScale, double a, double b, double c, double z) {
        return c > 0 ? Math.exp(logScale + log(a, b, c, z)) : Math.exp(logScale) * series(a, b, c, z);
    }

    private static double series(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int k = 0; k < MOST_TERMS; k++) {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
            sum += term;
            if (Math.abs(term) <= Math.abs(sum) * 1e-16) {
                return sum;
            }
        }
        // a tail that never gets small: z is next to 1, the fit walks away from here
        return sum;
    }
}
