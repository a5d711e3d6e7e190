package dev.erpkit.crm.behaviour;

import java.util.function.Function;

/**
 * How fitting a model to data ended.
 *
 * @param <M> the model
 */
public sealed interface Fit<M> {
    /**
     * The model that makes the data most likely.
     *
     * @param model the fitted model
     * @param logLikelihood the logarithm of the likelihood of the data
     * @param evaluations how often the likelihood was computed
     */
    record Converged<M>(M model, double logLikelihood, int evaluations) implements Fit<M> {}

    /**
     * There is no such model, or the search did not find it.
     *
     * @param reason a stable code: {@code no-data}, {@code no-repeats} where nobody bought twice, {@code runs-away} where the
     *     likelihood grows towards a parameter of zero or without end, {@code too-many-evaluations}
     * @param evaluations how often the likelihood was computed
     */
    record NotConverged<M>(String reason, int evaluations) implements Fit<M> {}

    /** Whether there is a model. */
    default boolean converged() {
        return this instanceof Converged<M>;
    }

    /**
     * The model.
     *
     * @throws IllegalStateException with the reason when the fit did not converge
     */
    default M orElseThrow() {
        if (this instanceof Converged<M> converged) {
            return converged.model();
        }
        throw new IllegalStateException("The fit did not converge: " + ((NotConverged<M>) this).reason());
    }

    /** The same fit of another form of the model. */
    default <N> Fit<N> map(Function<? super M, ? extends N> f) {
        if (this instanceof Converged<M> c) {
            return new Converged<>(f.apply(c.model()), c.logLikelihood(), c.evaluations());
        }
        NotConverged<M> n = (NotConverged<M>) this;
        return new NotConverged<>(n.reason(), n.evaluations());
    }
}
