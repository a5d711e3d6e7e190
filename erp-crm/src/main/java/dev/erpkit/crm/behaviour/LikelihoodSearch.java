package dev.erpkit.crm.behaviour;

import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the positive parameters that make data most likely: Nelder and Mead's simplex over their logarithms, from a fixed
 * start, begun again from where it ended until a round gains less than a millionth.
 */
final class LikelihoodSearch {
    private static final int MOST_EVALUATIONS = 20_000;
    private static final int MOST_ROUNDS = 12;
    private static final double ENOUGH = 1e-6;
    private static final double FLAT = 0.01;
    private static final double FLAT_REACH = 3;

    private final ToDoubleFunction<double[]> logLikelihood;
    private int evaluations;

    private LikelihoodSearch(ToDoubleFunction<double[]> logLikelihood) {
        this.logLikelihood = logLikelihood;
    }

    /** Searches from a start; the model is the array of parameters. */
    static Fit<double[]> from(double[] start, ToDoubleFunction<double[]> logLikelihood) {
        return new LikelihoodSearch(logLikelihood).search(start);
    }

    private Fit<double[]> search(double[] start) {
        double[] logs = start.clone();
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(logs[i]);
        }
        double best = value(logs);
        double step = 0.5;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            PointValuePair found;
            try {
                found = round(logs, step);
            } catch (MathIllegalStateException tooMany) {
                return new Fit.NotConverged<>("too-many-evaluations", evaluations);
            }
            logs = found.getPoint();
            double gain = found.getValue() - best;
            best = Math.max(best, found.getValue());
            if (gain < ENOUGH && round > 0) {
                return flat(logs, best)
                        ? new Fit.NotConverged<>("runs-away", evaluations)
                        : new Fit.Converged<>(parameters(logs), best, evaluations);
            }
            step = Math.max(0.02, step / 2);
        }
        return new Fit.NotConverged<>("too-many-evaluations", evaluations);
    }

    private PointValuePair round(double[] logs, double step) {
        SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-12, 1e-10));
        return optimizer.optimize(
                new MaxEval(MOST_EVALUATIONS),
                new ObjectiveFunction(this::value),
                GoalType.MAXIMIZE,
                new InitialGuess(logs),
                new NelderMeadSimplex(logs.length, step));
    }

    /** Whether a parameter could as well be twenty times larger or smaller: then no value of it is the best one. */
    private boolean flat(double[] logs, double best) {
        for (int i = 0; i < logs.length; i++) {
            for (double away = -FLAT_REACH; away <= FLAT_REACH; away += 2 * FLAT_REACH) {
                double[] moved = logs.clone();
                moved[i] += away;
                if (value(moved) > best - FLAT) {
                    return true;
                }
            }
        }
        return false;
    }

    private double value(double[] logs) {
        evaluations++;
        double value = logLikelihood.applyAsDouble(parameters(logs));
        return Double.isNaN(value) || value == Double.NEGATIVE_INFINITY ? -1e299 : value;
    }

    private static double[] parameters(double[] logs) {
        double[] parameters = logs.clone();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Math.exp(parameters[i]);
        }
        return parameters;
    }
}
