package dev.erpkit.crm.pipeline;

import dev.erpkit.core.quantity.Rational;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How long histories took: in a stage, and from a stage to the end. A mean counts only what there is: of nothing there is none,
 * and what never came to a stage does not make the mean of it smaller.
 *
 * @param histories the stays of each, in order
 * @param now until when stays are counted that have not ended
 */
public record StageTimes(ImmutableList<ImmutableList<StageVisit>> histories, Instant now) {
    /** The times of deals. */
    public static StageTimes of(ImmutableList<Deal> deals, Instant now) {
        return new StageTimes(deals.collect(Deal::visits), now);
    }

    /** How many came to a stage, each once. */
    public int count(StageId stage) {
        return of(stage).size();
    }

    /** How long all were in a stage, every stay counted. */
    public Duration total(StageId stage) {
        return sum(of(stage));
    }

    /** How long those that came to a stage were there on the mean, in seconds, exactly; nothing where none came. */
    public Optional<Rational> mean(StageId stage) {
        return mean(of(stage));
    }

    /** For each history that came to a stage, how long it was there. */
    private ImmutableList<Duration> of(StageId stage) {
        return histories
                .collect(visits -> visits.select(visit -> visit.stage().equals(stage)))
                .reject(ImmutableList::isEmpty)
                .collect(visits -> sum(visits.collect(visit -> visit.length(now))));
    }

    /**
     * The lead time: from the beginning to the first arrival in a stage, such as that of deals that are won.
     *
     * @return the mean of those that came there, in seconds, exactly
     */
    public Optional<Rational> lead(StageId end) {
        return mean(histories.flatCollect(visits -> arrival(visits, end)
                .map(at -> Lists.immutable.of(Duration.between(visits.getFirst().from(), at)))
                .orElseGet(Lists.immutable::empty)));
    }

    /**
     * The cycle time: from the first arrival in a stage, such as that in which work begins, to the first in another.
     *
     * @return the mean of those that came to both in this order, in seconds, exactly
     */
    public Optional<Rational> cycle(StageId start, StageId end) {
        return mean(histories.flatCollect(visits -> arrival(visits, start)
                .flatMap(from ->
                        arrival(visits, end).filter(to -> !to.isBefore(from)).map(to -> Duration.between(from, to)))
                .map(Lists.immutable::of)
                .orElseGet(Lists.immutable::empty)));
    }

    private static Optional<Instant> arrival(ImmutableList<StageVisit> visits, StageId stage) {
        return visits.detectOptional(visit -> visit.stage().equals(stage)).map(StageVisit::from);
    }

    private static Duration sum(ImmutableList<Duration> durations) {
        return durations.injectInto(Duration.ZERO, Duration::plus);
    }

    private static Optional<Rational> mean(ImmutableList<Duration> durations) {
        Duration sum = sum(durations);
        return durations.isEmpty()
                ? Optional.empty()
                : Optional.of(Rational.of(sum.getSeconds())
                        .add(Rational.of(sum.getNano(), 1_000_000_000))
                        .divide(Rational.of(durations.size())));
    }
}
