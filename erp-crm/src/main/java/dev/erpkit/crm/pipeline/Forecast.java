package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.jspecify.annotations.Nullable;

/**
 * What deals are expected to bring: each converted by itself at a dated rate and rounded, then summed, so that no grouping and
 * no order changes a total. Lost deals are listed and bring nothing; open ones are weighted by their probability. Those for
 * whose currency there is no rate are counted and named, never guessed.
 */
public final class Forecast {
    private final LocalDate day;
    private final CurrencyUnit base;
    private final PricedColumns deals;

    private Forecast(LocalDate day, CurrencyUnit base, PricedColumns deals) {
        this.day = day;
        this.base = base;
        this.deals = deals;
    }

    /** A forecast. */
    public static Forecast of(
            ImmutableList<Expectation> deals, ExchangeRates rates, ForecastPolicy policy, LocalDate day) {
        return new Forecast(day, policy.base(), new DealPricing(rates, policy, day).price(deals));
    }

    /** The day of the forecast. */
    public LocalDate day() {
        return day;
    }

    /** The currency of its figures. */
    public CurrencyUnit base() {
        return base;
    }

    /** The deals that could be priced, each with the rate that did; made when asked for. */
    public ImmutableList<PricedDeal> priced() {
        return deals.priced();
    }

    /** The deals for whose currency there is no rate. */
    public ImmutableList<Expectation> unpriced() {
        return deals.unpriced();
    }

    /** All deals, priced or not, in the order in which they were given. */
    public ImmutableList<Expectation> deals() {
        return deals.deals();
    }

    /** How many deals there are, priced or not. */
    public int counted() {
        return deals.deals().size();
    }

    /** How many deals of a kind there are, priced or not. */
    public int count(StageKind kind) {
        return deals.deals().count(deal -> deal.kind() == kind);
    }

    /** What the deals that are not lost are worth. */
    public MonetaryAmount unweighted() {
        return amount(notLost());
    }

    /** What they are worth, each times its probability. */
    public MonetaryAmount weighted() {
        return amount(deals.sumWeighted());
    }

    /** What the deals of a kind are worth; of lost deals, what they would have brought. */
    public MonetaryAmount worth(StageKind kind) {
        return amount(deals.worth(kind));
    }

    /** The mean worth of a deal; nothing without a priced deal. */
    public Optional<MonetaryAmount> average(RoundingPolicy rounding) {
        int priced = deals.countPriced();
        return priced == 0
                ? Optional.empty()
                : Optional.of(
                        amount(rounding.minor(Math.addExact(notLost(), deals.worth(StageKind.LOST)), priced, base)));
    }

    /** The share of the closed deals that are won; nothing while none is closed. See {@link ClosingCurve} for open ones. */
    public Optional<Rational> winRate() {
        int won = count(StageKind.WON);
        int closed = won + count(StageKind.LOST);
        return closed == 0 ? Optional.empty() : Optional.of(Rational.of(won, closed));
    }

    /** The forecast of some of its deals. */
    public Forecast select(Predicate<Expectation> which) {
        return new Forecast(day, base, deals.select(which));
    }

    /** The forecast of each group of its deals. */
    public <K> ImmutableMap<K, Forecast> by(Function<Expectation, K> group) {
        Map<K, MutableIntList> places = new HashMap<>();
        deals.deals()
                .forEachWithIndex(
                        (deal, at) -> places.computeIfAbsent(group.apply(deal), key -> IntLists.mutable.empty())
                                .add(at));
        return Maps.immutable.withAll(places).collectValues((key, some) -> new Forecast(day, base, deals.at(some)));
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Forecast other
                && day.equals(other.day)
                && base.equals(other.base)
                && priced().equals(other.priced())
                && unpriced().equals(other.unpriced());
    }

    @Override
    public int hashCode() {
        return Objects.hash(day, base, deals.deals());
    }

    /** The day, the total and its weight. */
    @Override
    public String toString() {
        return day + ": " + counted() + " deals, " + unweighted() + ", weighted " + weighted();
    }

    private long notLost() {
        return Math.addExact(deals.worth(StageKind.OPEN), deals.worth(StageKind.WON));
    }

    private MonetaryAmount amount(long minor) {
        return Amounts.ofMinor(minor, base);
    }
}
