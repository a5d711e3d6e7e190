package dev.erpkit.crm.pipeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * How deals close with their age, deals that are still open included: those count as long as they have been watched, and are
 * neither won nor lost (right censoring). The share won by an age is the Aalen-Johansen estimate of won against lost
 * (Aalen and Johansen 1978); without open deals it is the plain share. Shares carry 34 digits.
 *
 * @param steps at each age at which a deal closed, the youngest first
 */
public record ClosingCurve(ImmutableList<Step> steps) {
    /**
     * One age.
     *
     * @param age the age of the deals that closed then
     * @param watched how many deals were still open just before
     * @param won the share of deals that is won by then
     * @param lost the share of deals that is lost by then
     */
    public record Step(Duration age, int watched, BigDecimal won, BigDecimal lost) {
        /** The share still open. */
        public BigDecimal open() {
            return BigDecimal.ONE.subtract(won).subtract(lost);
        }
    }

    private record Life(Duration age, StageKind end) {}

    /** The curve of some deals, watched until an instant; those opened later do not count. */
    public static ClosingCurve of(ImmutableList<Deal> deals, Function<Deal, StageKind> kind, Instant now) {
        return of(deals.reject(deal -> deal.openedAt().isAfter(now)).collect(deal -> {
            StageKind end = kind.apply(deal);
            Instant until = end == StageKind.OPEN ? now : deal.inStageSince();
            return new Life(Duration.between(deal.openedAt(), until), end);
        }));
    }

    private static ClosingCurve of(ImmutableList<Life> lives) {
        ImmutableList<Duration> ages = lives.select(life -> life.end() != StageKind.OPEN)
                .collect(Life::age)
                .distinct()
                .toSortedList()
                .toImmutable();
        MutableList<Step> steps = Lists.mutable.empty();
        BigDecimal open = BigDecimal.ONE;
        BigDecimal won = BigDecimal.ZERO;
        BigDecimal lost = BigDecimal.ZERO;
        for (Duration age : ages) {
            int watched = lives.count(life -> life.age().compareTo(age) >= 0);
            BigDecimal each = open.divide(BigDecimal.valueOf(watched), MathContext.DECIMAL128);
            won = won.add(each.multiply(count(lives, age, StageKind.WON)), MathContext.DECIMAL128);
            lost = lost.add(each.multiply(count(lives, age, StageKind.LOST)), MathContext.DECIMAL128);
            open = BigDecimal.ONE.subtract(won).subtract(lost).max(BigDecimal.ZERO);
            steps.add(new Step(age, watched, won, lost));
        }
        return new ClosingCurve(steps.toImmutable());
    }

    private static BigDecimal count(ImmutableList<Life> lives, Duration age, StageKind end) {
        return BigDecimal.valueOf(
                lives.count(life -> life.end() == end && life.age().equals(age)));
    }

    /** The share won by the greatest age at which a deal closed: the win rate with open deals taken into account. */
    public Optional<BigDecimal> winRate() {
        return steps.getLastOptional().map(Step::won);
    }

    /** The age by which half of the deals are closed; nothing while fewer are. */
    public Optional<Duration> medianCycle() {
        BigDecimal half = new BigDecimal("0.5");
        return steps.detectOptional(step -> step.open().compareTo(half) <= 0).map(Step::age);
    }
}
