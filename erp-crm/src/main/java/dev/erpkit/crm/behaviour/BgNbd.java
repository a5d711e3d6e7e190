package dev.erpkit.crm.behaviour;

import static dev.erpkit.crm.behaviour.Numbers.logBeta;
import static dev.erpkit.crm.behaviour.Numbers.logGamma;
import static dev.erpkit.crm.behaviour.Numbers.logSum;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * The BG/NBD model: while active a customer buys at a rate that is gamma-distributed over customers (shape r, rate alpha), and
 * after every purchase leaves with a probability that is beta-distributed (a, b). P. Fader, B. Hardie, K. L. Lee, "Counting
 * Your Customers" the Easy Way, Marketing Science 24 (2005).
 *
 * <p>Worked: over CDNOW's calibration period in weeks r = 0.243, alpha = 4.414, a = 0.793, b = 2.426.
 *
 * @param r the shape of the rates
 * @param alpha their rate parameter
 * @param a the first parameter of leaving
 * @param b the second parameter of leaving
 */
public record BgNbd(double r, double alpha, double a, double b) implements RepeatModel {
    /** Checks that all are above zero: {@code behaviour.not-positive}. */
    public BgNbd {
        Numbers.positive("BgNbd", "r", r);
        Numbers.positive("BgNbd", "alpha", alpha);
        Numbers.positive("BgNbd", "a", a);
        Numbers.positive("BgNbd", "b", b);
    }

    /** The most likely model of customers. */
    public static Fit<BgNbd> fit(ImmutableList<RepeatPurchases> customers) {
        RepeatColumns columns = RepeatColumns.of(customers);
        if (columns.isEmpty()) {
            return new Fit.NotConverged<>("no-data", 0);
        }
        if (columns.most() == 0) {
            return new Fit.NotConverged<>("no-repeats", 0);
        }
        double[] start = {1, columns.meanAge(), 1, 1};
        return LikelihoodSearch.from(start, p -> logLikelihood(p[0], p[1], p[2], p[3], columns))
                .map(p -> new BgNbd(p[0], p[1], p[2], p[3]));
    }

    private static double logLikelihood(double r, double alpha, double a, double b, RepeatColumns columns) {
        double[] fixed = new double[columns.most() + 1];
        double purchases = r * Math.log(alpha);
        double leaving = 0;
        for (int x = 0; x < fixed.length; x++) {
            fixed[x] = purchases + leaving;
            purchases += Math.log(r + x);
            leaving += Math.log((b + x) / (a + b + x));
        }
        double sum = 0;
        for (int i = 0; i < columns.size(); i++) {
            int x = columns.frequency(i);
            double stays = -(r + x) * Math.log(alpha + columns.age(i));
            double one = stays;
            if (x > 0) {
                double leaves = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + columns.recency(i));
                one = logSum(stays, leaves);
            }
            sum += columns.count(i) * (fixed[x] + one);
        }
        return sum;
    }

    /** The logarithm of the likelihood of customers under this model. */
    public double logLikelihood(ImmutableList<RepeatPurchases> customers) {
        return logLikelihood(r, alpha, a, b, RepeatColumns.of(customers));
    }

    @Override
    public double expected(double time) {
        double c = smooth() + b - 1;
        double z = time / (alpha + time);
        return c / (smooth() - 1) * (1 - Hypergeometric.scaled(r * Math.log1p(-z), r, b, c, z));
    }

    @Override
    public double expected(double time, int frequency, double recency, double age) {
        double c = smooth() + b + frequency - 1;
        double z = time / (alpha + age + time);
        double fewer = Hypergeometric.scaled((r + frequency) * Math.log1p(-z), r + frequency, b + frequency, c, z);
        return c / (smooth() - 1) * (1 - fewer) * alive(frequency, recency, age);
    }

    /** The formulas have a gap at a = 1 that their value passes smoothly. */
    private double smooth() {
        return Math.abs(a - 1) < 1e-7 ? 1 + 1e-7 : a;
    }

    /** Without repeat purchases a customer has had no occasion to leave: 1. */
    @Override
    public double alive(int frequency, double recency, double age) {
        if (frequency == 0) {
            return 1;
        }
        double log = (r + frequency) * Math.log((alpha + age) / (alpha + recency));
        return 1 / (1 + a / (b + frequency - 1) * Math.exp(log));
    }

    /** The probability that a new customer makes exactly a number of repeat purchases in a time. */
    public double probability(int purchases, double time) {
        double logStay = Math.log(alpha / (alpha + time));
        double logBuy = Math.log(time / (alpha + time));
        double there =
                Math.exp(logBeta(a, b + purchases) - logBeta(a, b) + negativeBinomial(purchases, logStay, logBuy));
        if (purchases == 0) {
            return there;
        }
        double fewer = 0;
        for (int j = 0; j < purchases; j++) {
            fewer += Math.exp(negativeBinomial(j, logStay, logBuy));
        }
        return there + Math.exp(logBeta(a + 1, b + purchases - 1) - logBeta(a, b)) * Math.max(0, 1 - fewer);
    }

    private double negativeBinomial(int n, double logStay, double logBuy) {
        double buys = n == 0 ? 0 : n * logBuy;
        return logGamma(r + n) - logGamma(r) - logGamma(n + 1.0) + r * logStay + buys;
    }
}
