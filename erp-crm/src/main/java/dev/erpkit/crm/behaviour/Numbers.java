package dev.erpkit.crm.behaviour;

import dev.erpkit.core.value.InvalidValueException;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/** What the models share: checks, and logarithms of functions that overflow themselves. */
final class Numbers {
    private Numbers() {}

    static void require(String type, String path, boolean holds, String code, String message) {
        if (!holds) {
            throw new InvalidValueException(type, path, code, message);
        }
    }

    /** A parameter of a distribution: {@code behaviour.not-positive} unless above zero and finite. */
    static void positive(String type, String path, double value) {
        require(type, path, value > 0 && Double.isFinite(value), "behaviour.not-positive", "must be above zero");
    }

    static double logGamma(double x) {
        return LogGamma.value(x);
    }

    static double logBeta(double p, double q) {
        return LogBeta.value(p, q);
    }

    /** The logarithm of the sum of two numbers that are given by their logarithms. */
    static double logSum(double a, double b) {
        double high = Math.max(a, b);
        return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }

    /** The logarithm of the difference of two numbers that are given by their logarithms, the larger first. */
    static double logDifference(double large, double small) {
        return small >= large ? Double.NEGATIVE_INFINITY : large + Math.log(-Math.expm1(small - large));
    }

    /** {@code (1 - u^e) / e} for {@code u} from 0 to 1, with its limit where {@code e} is zero. */
    static double boxCox(double logU, double e) {
        return Math.abs(e) < 1e-12 ? -logU : -Math.expm1(e * logU) / e;
    }
}
