package dev.erpkit.crm.behaviour;

import static dev.erpkit.crm.behaviour.Numbers.logGamma;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * The gamma-gamma model of what customers spend: the value of a purchase is gamma-distributed (shape p) with a rate that is
 * gamma-distributed over customers (shape q, rate v), and does not depend on how often they buy. P. Fader, B. Hardie, The
 * Gamma-Gamma Model of Monetary Value (2013).
 *
 * @param p the shape of the values
 * @param q the shape of their rates
 * @param v the rate of their rates
 */
public record GammaGamma(double p, double q, double v) {
    /** Checks that all are above zero: {@code behaviour.not-positive}. */
    public GammaGamma {
        Numbers.positive("GammaGamma", "p", p);
        Numbers.positive("GammaGamma", "q", q);
        Numbers.positive("GammaGamma", "v", v);
    }

    /** The most likely model of the customers who bought again for more than nothing. */
    public static Fit<GammaGamma> fit(ImmutableList<RepeatPurchases> customers) {
        ImmutableList<RepeatPurchases> spending = customers.select(c -> c.frequency() > 0 && c.meanValue() > 0);
        if (spending.isEmpty()) {
            return new Fit.NotConverged<>("no-data", 0);
        }
        double mean = spending.sumOfDouble(RepeatPurchases::meanValue) / spending.size();
        return LikelihoodSearch.from(new double[] {1, 1.5, mean}, g -> logLikelihood(g[0], g[1], g[2], spending))
                .map(g -> new GammaGamma(g[0], g[1], g[2]));
    }

    private static double logLikelihood(double p, double q, double v, ImmutableList<RepeatPurchases> customers) {
        double fixed = q * Math.log(v) - logGamma(q);
        double sum = 0;
        for (RepeatPurchases customer : customers) {
            double x = customer.frequency();
            double m = customer.meanValue();
            sum += fixed
                    + logGamma(p * x + q)
                    - logGamma(p * x)
                    + (p * x - 1) * Math.log(m)
                    + p * x * Math.log(x)
                    - (p * x + q) * Math.log(x * m + v);
        }
        return sum;
    }

    /**
     * What a purchase of a customer is expected to be worth: between the mean of the customer and that of all.
     *
     * @param frequency the repeat purchases so far
     * @param meanValue their mean value; without one it does not count
     */
    public double expectedValue(int frequency, double meanValue) {
        double x = frequency;
        return p * (v + x * meanValue) / (p * x + q - 1);
    }

    /** The mean of all customers; without end where q is 1 or less. */
    public double populationMean() {
        return q <= 1 ? Double.POSITIVE_INFINITY : p * v / (q - 1);
    }
}
