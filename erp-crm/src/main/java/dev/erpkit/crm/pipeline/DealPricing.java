package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Prices the deals of one forecast; asks for the rate of each currency and day once. */
final class DealPricing {
    private static final Rational PERCENT = Rational.of(1, 100);

    private record Pair(CurrencyUnit currency, LocalDate day) {}

    /** A rate, and what one minor unit of its currency is in minor units of the base. */
    private record Price(Optional<ExchangeRate> rate, Rational ofMinor) {}

    private final ExchangeRates rates;
    private final ForecastPolicy policy;
    private final RoundingPolicy rounding;
    private final LocalDate day;
    private final Price own = new Price(Optional.empty(), Rational.ONE);
    private final Map<CurrencyUnit, Optional<Price>> pricesOfDay = new HashMap<>();
    private final Map<Pair, Optional<Price>> prices = new HashMap<>();
    private final Map<BigDecimal, Rational> shares = new HashMap<>();

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
            Optional<Price> price = deal.minor() == 0 ? Optional.of(own) : price(deal);
            if (price.isPresent()) {
                priced.add(priced(deal, price.get()));
            } else {
                unpriced.add(deal);
            }
        }
        return new Forecast(day, policy.base(), priced.toImmutable(), unpriced.toImmutable());
    }

    private PricedDeal priced(Expectation deal, Price price) {
        Rational rate = price.ofMinor();
        long minor = rate.equals(Rational.ONE) ? deal.minor() : times(deal.minor(), rate);
        return new PricedDeal(deal, price.rate(), minor, times(minor, share(deal.probability())));
    }

    /** Looked up before anything is made for those that are new: most are not. */
    private Rational share(BigDecimal percent) {
        Rational known = shares.get(percent);
        return known != null
                ? known
                : shares.computeIfAbsent(percent, fresh -> Rational.of(fresh).multiply(PERCENT));
    }

    private Optional<Price> price(Expectation deal) {
        if (deal.kind() == StageKind.OPEN || policy.rateDay() == RateDay.AS_OF) {
            Optional<Price> known = pricesOfDay.get(deal.currency());
            return known != null
                    ? known
                    : pricesOfDay.computeIfAbsent(deal.currency(), currency -> price(currency, day));
        }
        return prices.computeIfAbsent(
                new Pair(deal.currency(), deal.day()), pair -> price(pair.currency(), pair.day()));
    }

    private Optional<Price> price(CurrencyUnit currency, LocalDate on) {
        if (currency.getCurrencyCode().equals(policy.base().getCurrencyCode())) {
            return Optional.of(own);
        }
        return rates.find(currency, policy.base(), policy.rateType(), on).map(rate -> {
            int digits = Amounts.digits(policy.base()) - Amounts.digits(rate.base());
            Rational power = Rational.of(BigDecimal.ONE.scaleByPowerOfTen(digits));
            return new Price(Optional.of(rate), rate.rate().multiply(power));
        });
    }

    private long times(long minor, Rational factor) {
        CurrencyUnit base = policy.base();
        return factor.fitsLongs()
                ? rounding.share(minor, factor.longNumerator(), factor.longDenominator(), base)
                : rounding.minor(BigInteger.valueOf(minor).multiply(factor.numerator()), factor.denominator(), base);
    }
}
