package dev.erpkit.crm.behaviour;

import static dev.erpkit.crm.behaviour.Numbers.logDifference;
import static dev.erpkit.crm.behaviour.Numbers.logSum;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * The Pareto/NBD model: while active a customer buys at a rate that is gamma-distributed over customers (shape r, rate alpha),
 * and leaves at a rate that is gamma-distributed too (shape s, rate beta). D. Schmittlein, D. Morrison, R. Colombo, Counting
 * Your Customers, Management Science 33 (1987); likelihood after P. Fader, B. Hardie, A Note on Deriving the Pareto/NBD Model
 * (2005).
 *
 * <p>Worked: over CDNOW's calibration period in weeks r = 0.553, alpha = 10.578, s = 0.606, beta = 11.669.
 *
 * @param r the shape of the rates of buying
 * @param alpha their rate parameter
 * @param s the shape of the rates of leaving
 * @param beta their rate parameter
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements RepeatModel {
    /** Checks that all are above zero: {@code behaviour.not-positive}. */
    public ParetoNbd {
        Numbers.positive("ParetoNbd", "r", r);
        Numbers.positive("ParetoNbd", "alpha", alpha);
        Numbers.positive("ParetoNbd", "s", s);
        Numbers.positive("ParetoNbd", "beta", beta);
    }

    /** The most likely model of customers. */
    public static Fit<ParetoNbd> fit(ImmutableList<RepeatPurchases> customers) {
        RepeatColumns columns = RepeatColumns.of(customers);
        if (columns.isEmpty()) {
            return new Fit.NotConverged<>("no-data", 0);
        }
        if (columns.most() == 0) {
            return new Fit.NotConverged<>("no-repeats", 0);
        }
        double[] start = {1, columns.meanAge(), 1, columns.meanAge()};
        return LikelihoodSearch.from(start, p -> new ParetoNbd(p[0], p[1], p[2], p[3]).logLikelihood(columns))
                .map(p -> new ParetoNbd(p[0], p[1], p[2], p[3]));
    }

    /** The logarithm of the likelihood of customers under this model. */
    public double logLikelihood(ImmutableList<RepeatPurchases> customers) {
        return logLikelihood(RepeatColumns.of(customers));
    }

    private double logLikelihood(RepeatColumns columns) {
        double[] fixed = new double[columns.most() + 1];
        double purchases = r * Math.log(alpha) + s * Math.log(beta);
        for (int x = 0; x < fixed.length; x++) {
            fixed[x] = purchases;
            purchases += Math.log(r + x);
        }
        double sum = 0;
        for (int i = 0; i < columns.size(); i++) {
            int x = columns.frequency(i);
            double there = logThere(x, columns.age(i));
            double left = logLeft(x, columns.recency(i), columns.age(i));
            sum += columns.count(i) * (fixed[x] + logSum(there, left));
        }
        return sum;
    }

    /** Of being there until the end. */
    private double logThere(int x, double age) {
        return -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
    }

    /** Of having left between the last purchase and the end. */
    private double logLeft(int x, double recency, double age) {
        double all = r + s + x;
        return Math.log(s / all) + logDifference(logTail(all, x, recency), logTail(all, x, age));
    }

    private double logTail(double all, int x, double time) {
        double high = Math.max(alpha, beta) + time;
        double numerator = alpha >= beta ? s + 1 : r + x;
        return Hypergeometric.log(all, numerator, all + 1, Math.abs(alpha - beta) / high) - all * Math.log(high);
    }

    @Override
    public double expected(double time) {
        return r * beta / alpha * Numbers.boxCox(Math.log(beta / (beta + time)), s - 1);
    }

    @Override
    public double expected(double time, int frequency, double recency, double age) {
        double rate = (r + frequency) * (beta + age) / (alpha + age);
        return rate
                * Numbers.boxCox(Math.log((beta + age) / (beta + age + time)), s - 1)
                * alive(frequency, recency, age);
    }

    @Override
    public double alive(int frequency, double recency, double age) {
        double odds = logLeft(frequency, recency, age) - logThere(frequency, age);
        return 1 / (1 + Math.exp(odds));
    }
}
