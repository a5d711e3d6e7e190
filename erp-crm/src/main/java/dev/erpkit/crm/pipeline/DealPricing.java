package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Prices the deals of one forecast; asks for the rate of each currency and day once. */
final class DealPricing {
    private static final Rational PERCENT = Rational.of(1, 100);

    private record Pair(String currency, LocalDate day) {}

    /** A rate, and what one minor unit of its currency is in minor units of the base. */
    private record Price(ExchangeRate rate, Rational ofMinor) {}

    private final ExchangeRates rates;
    private final ForecastPolicy policy;
    private final RoundingPolicy rounding;
    private final LocalDate day;
    private final MutableMap<Pair, Optional<Price>> prices = Maps.mutable.empty();
    private final MutableMap<BigDecimal, Rational> shares = Maps.mutable.empty();

    DealPricing(ExchangeRates rates, ForecastPolicy policy, LocalDate day) {
        this.rates = rates;
        this.policy = policy;
        this.rounding = policy.rounding().in(policy.base());
        this.day = day;
    }

    Forecast forecast(ImmutableList<Expectation> deals) {
        MutableList<PricedDeal> priced = Lists.mutable.ofInitialCapacity(deals.size());
        MutableList<Expectation> unpriced = Lists.mutable.empty();
        for (Expectation deal : deals) {
            long minor = Amounts.minor(deal.amount());
            if (minor == 0 || deal.amount().getCurrency().equals(policy.base())) {
                priced.add(priced(deal, Optional.empty(), minor));
                continue;
            }
            Optional<Price> price = price(deal);
            if (price.isPresent()) {
                priced.add(priced(
                        deal,
                        Optional.of(price.get().rate()),
                        times(minor, price.get().ofMinor())));
            } else {
                unpriced.add(deal);
            }
        }
        return new Forecast(day, policy.base(), priced.toImmutable(), unpriced.toImmutable());
    }

    private PricedDeal priced(Expectation deal, Optional<ExchangeRate> rate, long minor) {
        Rational share = shares.getIfAbsentPutWithKey(
                deal.probability(), percent -> Rational.of(percent).multiply(PERCENT));
        return new PricedDeal(deal, rate, minor, times(minor, share));
    }

    private Optional<Price> price(Expectation deal) {
        boolean closed = deal.kind() != StageKind.OPEN && policy.rateDay() == RateDay.CLOSING;
        Pair pair = new Pair(deal.amount().getCurrency().getCurrencyCode(), closed ? deal.day() : day);
        return prices.getIfAbsentPut(
                pair,
                () -> rates.find(deal.amount().getCurrency(), policy.base(), policy.rateType(), pair.day())
                        .map(this::price));
    }

    private Price price(ExchangeRate rate) {
        int digits = Amounts.digits(policy.base()) - Amounts.digits(rate.base());
        Rational power = Rational.of(BigDecimal.ONE.scaleByPowerOfTen(digits));
        return new Price(rate, rate.rate().multiply(power));
    }

    private long times(long minor, Rational factor) {
        CurrencyUnit base = policy.base();
        return factor.fitsLongs()
                ? rounding.share(minor, factor.longNumerator(), factor.longDenominator(), base)
                : rounding.minor(BigInteger.valueOf(minor).multiply(factor.numerator()), factor.denominator(), base);
    }
}
