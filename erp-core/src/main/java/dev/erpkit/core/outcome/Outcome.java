package dev.erpkit.core.outcome;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a command ended.
 *
 * <pre>{@code
 * Outcome<PostedEntry> outcome = books.post(entry, actor);
 * outcome.refusal().ifPresent(r -> show(r.message()));
 * PostedEntry posted = outcome.orElseThrow();
 * }</pre>
 *
 * @param <T> what an accepted command gives
 */
public sealed interface Outcome<T> {
    /**
     * The command took effect, now or when it was first sent.
     *
     * @param value what it gave
     * @param replayed whether the effect was there already: same key, same content
     */
    record Accepted<T>(T value, boolean replayed) implements Outcome<T> {}

    /**
     * The command was refused and changed nothing.
     *
     * @param reason why
     */
    record Refused<T>(Refusal reason) implements Outcome<T> {}

    /** An outcome with a fresh effect. */
    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value, false);
    }

    /** An outcome whose effect was there already. */
    static <T> Outcome<T> replayed(T value) {
        return new Accepted<>(value, true);
    }

    /** A refusal. */
    static <T> Outcome<T> refused(Refusal reason) {
        return new Refused<>(reason);
    }

    /** Tells whether the command took effect. */
    default boolean isAccepted() {
        return this instanceof Accepted<T>;
    }

    /** The refusal, if there is one. */
    default Optional<Refusal> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /**
     * The value of an accepted command.
     *
     * @throws RefusedException when the command was refused
     */
    default T orElseThrow() {
        if (this instanceof Accepted<T> accepted) {
            return accepted.value();
        }
        throw new RefusedException(((Refused<T>) this).reason());
    }

    /** The same outcome about another value. */
    default <U> Outcome<U> map(Function<? super T, ? extends U> f) {
        if (this instanceof Accepted<T> accepted) {
            return new Accepted<>(f.apply(accepted.value()), accepted.replayed());
        }
        return new Refused<>(((Refused<T>) this).reason());
    }

    /** The outcome of a next step that only an accepted command reaches. */
    default <U> Outcome<U> then(Function<? super T, Outcome<U>> f) {
        if (this instanceof Accepted<T> accepted) {
            return f.apply(accepted.value());
        }
        return new Refused<>(((Refused<T>) this).reason());
    }
}
