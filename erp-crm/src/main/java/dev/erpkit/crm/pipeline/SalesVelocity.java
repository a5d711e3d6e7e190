package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.InvalidValueException;
import javax.money.MonetaryAmount;

/**
 * What a pipeline brings in a day: open deals, times win rate, times average won deal, over the days a deal takes.
 *
 * @param openDeals how many deals are open
 * @param winRate the share of deals that is won
 * @param averageWon the mean worth of a won deal
 * @param cycleDays the mean days from opening to closing, above zero
 */
public record SalesVelocity(int openDeals, Rational winRate, MonetaryAmount averageWon, Rational cycleDays) {
    /** Checks the days: {@code pipeline.cycle}. */
    public SalesVelocity {
        if (cycleDays.signum() <= 0) {
            throw new InvalidValueException("SalesVelocity", "cycleDays", "pipeline.cycle", "must be above zero");
        }
    }

    /** The figure, rounded once. */
    public MonetaryAmount perDay(RoundingPolicy rounding) {
        Rational exact = Rational.of(openDeals)
                .multiply(winRate)
                .multiply(Rational.of(Amounts.decimal(averageWon)))
                .divide(cycleDays);
        return Amounts.of(rounding.in(averageWon.getCurrency()).round(exact), averageWon.getCurrency());
    }

    /** How the figure comes about. */
    public TraceStep trace(RoundingPolicy rounding) {
        return TraceStep.of("sales-velocity", Amounts.canonical(perDay(rounding)))
                .with("openDeals", openDeals)
                .with("winRate", winRate)
                .with("averageWon", Amounts.canonical(averageWon))
                .with("cycleDays", cycleDays)
                .with("rounding", rounding.name());
    }
}
