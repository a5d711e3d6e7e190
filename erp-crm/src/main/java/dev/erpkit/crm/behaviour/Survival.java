package dev.erpkit.crm.behaviour;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Which share of customers stays how long: the estimator of E. Kaplan and P. Meier, Journal of the American Statistical
 * Association 53 (1958), with the variance of M. Greenwood.
 *
 * @param steps the times at which customers left, ascending
 */
public record Survival(ImmutableList<Step> steps) {
    /**
     * A time at which customers left or were last seen.
     *
     * @param time when
     * @param atRisk how many were there just before
     * @param left how many left
     * @param censored how many were last seen
     * @param survival which share stays longer
     * @param greenwood the sum of left / (atRisk (atRisk - left)) so far; without end once nobody is left
     */
    public record Step(double time, int atRisk, int left, int censored, double survival, double greenwood) {
        /** The standard error of the share; not a number once nobody is left. */
        public double standardError() {
            return survival * Math.sqrt(greenwood);
        }
    }

    /** The survival of customers. Who left and who was last seen at one time: the former left first. */
    public static Survival of(ImmutableList<Lifetime> lifetimes) {
        ImmutableList<Lifetime> sorted = lifetimes
                .toSortedList((p, q) -> Double.compare(p.time(), q.time()))
                .toImmutable();
        MutableList<Step> steps = Lists.mutable.empty();
        double survival = 1;
        double greenwood = 0;
        int i = 0;
        while (i < sorted.size()) {
            double time = sorted.get(i).time();
            int atRisk = sorted.size() - i;
            int left = 0;
            int censored = 0;
            for (; i < sorted.size() && sorted.get(i).time() == time; i++) {
                left += sorted.get(i).left() ? 1 : 0;
                censored += sorted.get(i).left() ? 0 : 1;
            }
            survival *= (double) (atRisk - left) / atRisk;
            greenwood += left == 0 ? 0 : left / ((double) atRisk * (atRisk - left));
            steps.add(new Step(time, atRisk, left, censored, survival, greenwood));
        }
        return new Survival(steps.toImmutable());
    }

    /** Which share stays longer than a time. */
    public double at(double time) {
        Step before = null;
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            before = step;
        }
        return before == null ? 1 : before.survival();
    }

    /** The first time at which no more than a share is left; nothing while more are. */
    public OptionalDouble quantile(double share) {
        for (Step step : steps) {
            if (step.survival() <= share) {
                return OptionalDouble.of(step.time());
            }
        }
        return OptionalDouble.empty();
    }

    /** The time that half of the customers stay at most. */
    public OptionalDouble median() {
        return quantile(0.5);
    }

    /** The mean time within a horizon: the area under the curve up to it. */
    public double restrictedMean(double horizon) {
        double area = 0;
        double from = 0;
        double survival = 1;
        for (Step step : steps) {
            if (step.time() >= horizon) {
                break;
            }
            area += survival * (step.time() - from);
            from = step.time();
            survival = step.survival();
        }
        return area + survival * (horizon - from);
    }

    /**
     * Bounds between which the share at a step lies with a confidence, on the scale log(-log), where they stay in 0 to 1.
     *
     * @return the lower and the upper bound; both are the share where it is 0 or 1
     */
    public static double[] bounds(Step step, double confidence) {
        double s = step.survival();
        if (s <= 0 || s >= 1) {
            return new double[] {s, s};
        }
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        double spread = z * Math.sqrt(step.greenwood()) / Math.log(s);
        return new double[] {Math.pow(s, Math.exp(-spread)), Math.pow(s, Math.exp(spread))};
    }
}
