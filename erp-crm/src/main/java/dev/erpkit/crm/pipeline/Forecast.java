package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * What deals are expected to bring: each converted by itself at a dated rate and rounded, then summed, so that no grouping and
 * no order changes a total. Lost deals are listed and bring nothing; open ones are weighted by their probability.
 *
 * @param day the day of the forecast
 * @param base the currency of the figures
 * @param priced the deals that could be priced
 * @param unpriced the deals for whose currency there is no rate: counted, never guessed
 */
public record Forecast(
        LocalDate day, CurrencyUnit base, ImmutableList<PricedDeal> priced, ImmutableList<Expectation> unpriced) {
    /** A forecast. */
    public static Forecast of(
            ImmutableList<Expectation> deals, ExchangeRates rates, ForecastPolicy policy, LocalDate day) {
        return new DealPricing(rates, policy, day).forecast(deals);
    }

    /** How many deals there are, priced or not. */
    public int counted() {
        return priced.size() + unpriced.size();
    }

    /** How many deals of a kind there are, priced or not. */
    public int count(StageKind kind) {
        return priced.count(deal -> deal.of().kind() == kind) + unpriced.count(deal -> deal.kind() == kind);
    }

    /** What the deals that are not lost are worth. */
    public MonetaryAmount unweighted() {
        return sum(priced, deal -> deal.of().kind() == StageKind.LOST ? 0 : deal.minor());
    }

    /** What they are worth, each times its probability. */
    public MonetaryAmount weighted() {
        return sum(priced, PricedDeal::weightedMinor);
    }

    /** What the deals of a kind are worth; of lost deals, what they would have brought. */
    public MonetaryAmount worth(StageKind kind) {
        return sum(priced, deal -> deal.of().kind() == kind ? deal.minor() : 0);
    }

    /** The mean worth of a deal; nothing without a priced deal. */
    public Optional<MonetaryAmount> average(RoundingPolicy rounding) {
        return priced.isEmpty()
                ? Optional.empty()
                : Optional.of(Amounts.ofMinor(
                        rounding.minor(Amounts.minor(sum(priced, PricedDeal::minor)), priced.size(), base), base));
    }

    /** The share of the closed deals that are won; nothing while none is closed. See {@link ClosingCurve} for open ones. */
    public Optional<Rational> winRate() {
        int won = count(StageKind.WON);
        int closed = won + count(StageKind.LOST);
        return closed == 0 ? Optional.empty() : Optional.of(Rational.of(won, closed));
    }

    /** The forecast of some of its deals. */
    public Forecast select(Predicate<Expectation> which) {
        return new Forecast(day, base, priced.select(deal -> which.test(deal.of())), unpriced.select(which::test));
    }

    /** The forecast of each group of its deals. */
    public <K> ImmutableMap<K, Forecast> by(Function<Expectation, K> group) {
        return priced.collect(PricedDeal::of)
                .newWithAll(unpriced)
                .collect(group::apply)
                .distinct()
                .toMap(key -> key, key -> select(deal -> group.apply(deal).equals(key)))
                .toImmutable();
    }

    private MonetaryAmount sum(ImmutableList<PricedDeal> deals, ToLongFunction<PricedDeal> figure) {
        long sum = 0;
        for (PricedDeal deal : deals) {
            sum = Math.addExact(sum, figure.applyAsLong(deal));
        }
        return Amounts.ofMinor(sum, base);
    }
}
