package dev.erpkit.accounting.asset;

import dev.erpkit.core.outcome.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the cost of an asset is spread over its life, under a stable name that terms keep. Pure: the same progress gives the
 * same amount.
 *
 * <p>A method gives exact amounts; the schedule rounds them, keeps them between zero and what is left, and gives the last
 * row the rest. Hosts may write methods of their own and add them to the {@link Methods} of a service.
 */
public interface DepreciationMethod {
    /** When the amount that a method starts from is taken anew. */
    enum Renewal {
        /** At the start of the life and whenever the value, the life or the method changes. */
        CHANGE,
        /** At the start of every year. */
        YEAR,
        /** At the start of every period. */
        PERIOD
    }

    /** The stable name, such as {@code straight-line}. */
    String text();

    /** When {@link Progress#base()} is taken anew. */
    Renewal renewal();

    /**
     * The exact amount between two ticks that follow the last renewal.
     *
     * @param progress how far the asset is
     * @param from a tick of the life
     * @param to a later tick
     */
    Part between(Progress progress, long from, long to);

    /** Is told of each renewal, before the first amount behind it; may remember a number for the amounts that follow. */
    default void renewed(Progress progress) {}

    /**
     * Whether a row that ends at a tick takes all that is left.
     *
     * @param amount what the row would be otherwise
     */
    default boolean takesRest(Progress progress, long to, long amount) {
        return to >= progress.life();
    }

    /** Whether the units that were used decide, and nothing can be said of periods to come. */
    default boolean byUse() {
        return false;
    }

    /** Why an asset cannot be depreciated so: a life without a rate in the law's table, or a day the rule does not hold. */
    default Optional<Refusal> refusal(DepreciationTerms terms, LocalDate acquired) {
        return Optional.empty();
    }
}
