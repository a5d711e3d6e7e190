package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/** Prices the deals of one forecast; asks for the rate of each currency and day once. */
final class DealPricing {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Rational PERCENT = Rational.of(1, 100);

    /** Slots for prices at hand: far more than currencies at once, so that two of them seldom share one. */
    private static final int SLOT_BITS = 8;

    /** Spreads hashes over the slots by their upper bits: the golden ratio of 2^32. */
    private static final int SPREAD = 0x9E3779B9;

    private record Pair(String currency, LocalDate day) {}

    private final ExchangeRates rates;
    private final ForecastPolicy policy;
    private final RoundingPolicy rounding;
    private final LocalDate day;

    /** Prices of the forecast day at hand: a slot by the hash of the code, and which code is in it. */
    private final String[] codeAt = new String[1 << SLOT_BITS];

    private final DealPrice[] priceAt = new DealPrice[1 << SLOT_BITS];
    private final Map<Pair, DealPrice> prices = new HashMap<>();
    private final Map<BigDecimal, Rational> shares = new HashMap<>();

    DealPricing(ExchangeRates rates, ForecastPolicy policy, LocalDate day) {
        this.rates = rates;
        this.policy = policy;
        this.rounding = policy.rounding();
        this.day = day;
        Arrays.fill(codeAt, "");
    }

    PricedColumns price(ImmutableList<Expectation> deals) {
        PricedColumns columns = new PricedColumns(deals);
        int size = deals.size();
        for (int i = 0; i < size; i++) {
            Expectation deal = deals.get(i);
            DealPrice price = deal.minor() == 0 ? DealPrice.OWN : price(deal);
            long minor = price.unchanged() ? deal.minor() : times(deal.minor(), price.factor());
            columns.put(i, deal, price, minor, weighted(minor, deal.probability()));
        }
        return columns;
    }

    private long weighted(long minor, BigDecimal percent) {
        boolean whole = percent.scale() == 0 && percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0;
        return whole
                ? rounding.share(minor, percent.longValue(), 100, policy.base())
                : times(
                        minor,
                        shares.computeIfAbsent(
                                percent, fresh -> Rational.of(fresh).multiply(PERCENT)));
    }

    private DealPrice price(Expectation deal) {
        String code = deal.currency().getCurrencyCode();
        if (deal.kind() != StageKind.OPEN && policy.rateDay() == RateDay.CLOSING) {
            return price(deal.currency(), deal.day());
        }
        int slot = (code.hashCode() * SPREAD) >>> (Integer.SIZE - SLOT_BITS);
        if (!code.equals(codeAt[slot])) {
            priceAt[slot] = price(deal.currency(), day);
            codeAt[slot] = code;
        }
        return priceAt[slot];
    }

    private DealPrice price(CurrencyUnit currency, LocalDate on) {
        return prices.computeIfAbsent(new Pair(currency.getCurrencyCode(), on), fresh -> found(currency, on));
    }

    private DealPrice found(CurrencyUnit currency, LocalDate on) {
        if (currency.getCurrencyCode().equals(policy.base().getCurrencyCode())) {
            return DealPrice.OWN;
        }
        return rates.find(currency, policy.base(), policy.rateType(), on)
                .map(rate -> {
                    int digits = Amounts.digits(policy.base()) - Amounts.digits(rate.base());
                    Rational power = Rational.of(BigDecimal.ONE.scaleByPowerOfTen(digits));
                    return DealPrice.of(rate, rate.rate().multiply(power));
                })
                .orElse(DealPrice.UNKNOWN);
    }

    private long times(long minor, Rational factor) {
        CurrencyUnit base = policy.base();
        return factor.fitsLongs()
                ? rounding.share(minor, factor.longNumerator(), factor.longDenominator(), base)
                : rounding.minor(BigInteger.valueOf(minor).multiply(factor.numerator()), factor.denominator(), base);
    }
}
