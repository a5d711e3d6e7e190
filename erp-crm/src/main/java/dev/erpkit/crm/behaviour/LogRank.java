package dev.erpkit.crm.behaviour;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Whether groups of customers stay equally long: the log-rank test of N. Mantel (1966) with its hypergeometric variance.
 *
 * @param statistic chi-squared, 0 where the groups cannot be told apart
 * @param degreesOfFreedom one less than there are groups
 * @param p the probability of a statistic as large if they stay equally long
 * @param observed how many left, by group
 * @param expected how many would have, by group
 */
public record LogRank(
        double statistic,
        int degreesOfFreedom,
        double p,
        ImmutableList<Double> observed,
        ImmutableList<Double> expected) {

    /** The test of two groups. */
    public static LogRank of(ImmutableList<Lifetime> one, ImmutableList<Lifetime> other) {
        return of(Lists.immutable.of(one, other));
    }

    /**
     * The test of two groups or more.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code behaviour.too-few-groups}
     */
    public static LogRank of(ImmutableList<ImmutableList<Lifetime>> groups) {
        int k = groups.size();
        Numbers.require("LogRank", "groups", k >= 2, "behaviour.too-few-groups", "must be two groups or more");
        double[] observed = new double[k];
        double[] expected = new double[k];
        double[][] variance = new double[k][k];
        for (double time : times(groups)) {
            count(groups, time, observed, expected, variance);
        }
        double statistic = statistic(observed, expected, variance);
        double p = 1 - ChiSquaredDistribution.of(k - 1).cumulativeProbability(statistic);
        return new LogRank(statistic, k - 1, p, list(observed), list(expected));
    }

    private static double[] times(ImmutableList<ImmutableList<Lifetime>> groups) {
        return groups.flatCollect(group -> group)
                .select(Lifetime::left)
                .collectDouble(Lifetime::time)
                .toSet()
                .toSortedArray();
    }

    private static void count(
            ImmutableList<ImmutableList<Lifetime>> groups,
            double time,
            double[] observed,
            double[] expected,
            double[][] variance) {
        int k = groups.size();
        double[] atRisk = new double[k];
        double all = 0;
        double left = 0;
        for (int g = 0; g < k; g++) {
            atRisk[g] = groups.get(g).count(l -> l.time() >= time);
            int here = groups.get(g).count(l -> l.time() == time && l.left());
            observed[g] += here;
            all += atRisk[g];
            left += here;
        }
        double spread = all > 1 ? left * (all - left) / (all - 1) : 0;
        for (int g = 0; g < k; g++) {
            expected[g] += left * atRisk[g] / all;
            for (int h = 0; h < k; h++) {
                double own = g == h ? atRisk[g] / all : 0;
                variance[g][h] += spread * (own - atRisk[g] * atRisk[h] / (all * all));
            }
        }
    }

    /** Of all groups but the last: the last follows from the others. */
    private static double statistic(double[] observed, double[] expected, double[][] variance) {
        int k = observed.length - 1;
        double[][] a = new double[k][k + 1];
        double[] difference = new double[k];
        for (int g = 0; g < k; g++) {
            System.arraycopy(variance[g], 0, a[g], 0, k);
            difference[g] = observed[g] - expected[g];
            a[g][k] = difference[g];
        }
        double[] solved = solve(a);
        double sum = 0;
        for (int g = 0; g < k; g++) {
            sum += difference[g] * solved[g];
        }
        return Math.max(0, sum);
    }

    /** Elimination with pivots; a group without variance gets no part. */
    private static double[] solve(double[][] a) {
        int k = a.length;
        for (int column = 0; column < k; column++) {
            int pivot = column;
            for (int row = column + 1; row < k; row++) {
                pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
            }
            double[] swap = a[column];
            a[column] = a[pivot];
            a[pivot] = swap;
            if (Math.abs(a[column][column]) < 1e-12) {
                continue;
            }
            for (int row = 0; row < k; row++) {
                if (row != column) {
                    double factor = a[row][column] / a[column][column];
                    for (int i = column; i <= k; i++) {
                        a[row][i] -= factor * a[column][i];
                    }
                }
            }
        }
        double[] solved = new double[k];
        for (int g = 0; g < k; g++) {
            solved[g] = Math.abs(a[g][g]) < 1e-12 ? 0 : a[g][k] / a[g][g];
        }
        return solved;
    }

    private static ImmutableList<Double> list(double[] values) {
        return Lists.immutable.fromStream(java.util.Arrays.stream(values).boxed());
    }
}
