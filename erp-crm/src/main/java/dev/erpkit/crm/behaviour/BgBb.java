package dev.erpkit.crm.behaviour;

import static dev.erpkit.crm.behaviour.Numbers.logBeta;
import static dev.erpkit.crm.behaviour.Numbers.logGamma;
import static dev.erpkit.crm.behaviour.Numbers.logSum;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * The BG/BB model for buying on occasions, such as yearly donations: who is there buys with a probability that is
 * beta-distributed over customers (alpha, beta), and leaves before an occasion with one that is beta-distributed (gamma,
 * delta). P. Fader, B. Hardie, J. Shang, Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing Science
 * 29 (2010).
 *
 * <p>Worked: over the donations of that paper alpha = 1.204, beta = 0.750, gamma = 0.657, delta = 2.783.
 *
 * @param alpha the first parameter of buying
 * @param beta the second parameter of buying
 * @param gamma the first parameter of leaving
 * @param delta the second parameter of leaving
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {
    /** Checks that all are above zero: {@code behaviour.not-positive}. */
    public BgBb {
        Numbers.positive("BgBb", "alpha", alpha);
        Numbers.positive("BgBb", "beta", beta);
        Numbers.positive("BgBb", "gamma", gamma);
        Numbers.positive("BgBb", "delta", delta);
    }

    /** The most likely model of customers. */
    public static Fit<BgBb> fit(ImmutableList<Opportunities> customers) {
        if (customers.noneSatisfy(c -> c.customers() > 0 && c.occasions() > 0)) {
            return new Fit.NotConverged<>("no-data", 0);
        }
        return LikelihoodSearch.from(
                        new double[] {1, 1, 0.5, 2}, p -> new BgBb(p[0], p[1], p[2], p[3]).logLikelihood(customers))
                .map(p -> new BgBb(p[0], p[1], p[2], p[3]));
    }

    /** The logarithm of the likelihood of customers under this model. */
    public double logLikelihood(ImmutableList<Opportunities> customers) {
        return customers.sumOfDouble(c -> c.customers() * logLikelihood(c.frequency(), c.last(), c.occasions()));
    }

    private double logLikelihood(int x, int last, int n) {
        double sum = logThere(x, n, n);
        for (int i = 0; i < n - last; i++) {
            double left = logBeta(gamma + 1, delta + last + i) - logBeta(gamma, delta);
            sum = logSum(sum, logBuying(x, last + i) + left);
        }
        return sum;
    }

    /** Of buying x times on n occasions. */
    private double logBuying(int x, int n) {
        return logBeta(alpha + x, beta + n - x) - logBeta(alpha, beta);
    }

    /** Of buying x times on n occasions and of being there for a number of them. */
    private double logThere(int x, int n, int until) {
        return logBuying(x, n) + logBeta(gamma, delta + until) - logBeta(gamma, delta);
    }

    /**
     * The probability that a customer is still there some occasions later.
     *
     * @param later how many occasions after the last one that was observed, 0 for now
     */
    public double alive(int later, int frequency, int last, int occasions) {
        return Math.exp(logThere(frequency, occasions, occasions + later) - logLikelihood(frequency, last, occasions));
    }

    /** On how many of the next occasions a customer is expected to buy. */
    public double expected(int next, int frequency, int last, int occasions) {
        double buys = (alpha + frequency) / (alpha + beta + occasions);
        double sum = 0;
        for (int later = 1; later <= next; later++) {
            sum += buys * alive(later, frequency, last, occasions);
        }
        return sum;
    }

    /** The probability that a new customer buys on exactly a number of the first occasions. */
    public double probability(int purchases, int occasions) {
        double sum = Math.exp(logChoose(occasions, purchases) + logThere(purchases, occasions, occasions));
        for (int n = purchases; n < occasions; n++) {
            double left = logBeta(gamma + 1, delta + n) - logBeta(gamma, delta);
            sum += Math.exp(logChoose(n, purchases) + logBuying(purchases, n) + left);
        }
        return sum;
    }

    private static double logChoose(int n, int k) {
        return logGamma(n + 1.0) - logGamma(k + 1.0) - logGamma(n - k + 1.0);
    }
}
