package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.ResolvedTransaction.Posting;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What the postings of a transaction are worth in base currency, with a sum of zero.
 *
 * <p>A posting weighs its cost, or itself where it has none. Weights in base currency are exact. Other weights are worth what
 * the market price of the day says, or, where a transaction exchanges two commodities without a cost, what the other side
 * weighs. What has to be rounded is rounded as a running total, so that parts of a whole sum to the rounded whole: three
 * thirds of 1.00 are 0.33, 0.34 and 0.33.
 */
final class BaseAmounts {
    private final ImportPolicy policy;
    private final ImportCurrencies currencies;
    private final MarketPrices prices;
    private final RoundingPolicy rounding;

    BaseAmounts(ImportPolicy policy, ImportCurrencies currencies, MarketPrices prices) {
        this.policy = policy;
        this.currencies = currencies;
        this.prices = prices;
        this.rounding = RoundingPolicy.to(Amounts.digits(policy.baseCurrency()), policy.rounding());
    }

    private record Weight(String commodity, BigDecimal amount, int line) {}

    /** The worth of each posting, in their order. */
    List<BigDecimal> of(ImmutableList<Posting> postings, LocalDate date, int line) {
        List<Weight> weights = new ArrayList<>();
        postings.forEach(p -> weights.add(weight(p)));
        boolean costs = postings.anySatisfy(p -> p.worth().isPresent());
        Map<String, Rational> rates = rates(weights, costs, date);
        Map<String, Rational> totals = new LinkedHashMap<>();
        Map<String, BigDecimal> told = new LinkedHashMap<>();
        List<BigDecimal> worths = new ArrayList<>();
        BigDecimal rest = BigDecimal.ZERO;
        for (Weight weight : weights) {
            String commodity = weight.commodity();
            BigDecimal worth = weight.amount();
            boolean exact = currencies.isBase(commodity) && worth.compareTo(rounding.round(worth)) == 0;
            if (!exact) {
                Rational total = totals.merge(commodity, Rational.of(weight.amount()), Rational::add);
                BigDecimal upTo = rounding.round(total.multiply(rates.getOrDefault(commodity, Rational.ONE)));
                worth = upTo.subtract(told.getOrDefault(commodity, BigDecimal.ZERO));
                told.put(commodity, upTo);
            }
            worths.add(worth);
            rest = rest.add(worth);
        }
        if (rest.signum() != 0) {
            throw new Malformed(
                    ImportCodes.BASE_REST,
                    line,
                    "the costs leave a rest of " + rest.toPlainString() + " "
                            + policy.baseCurrency().getCurrencyCode() + "; write total costs with @@");
        }
        return worths;
    }

    private static Weight weight(Posting p) {
        BigDecimal own = p.amount().quantity();
        if (p.worth().isEmpty()) {
            return new Weight(p.amount().commodity(), own, p.line());
        }
        PlainCost cost = p.worth().get();
        BigDecimal price = cost.amount().quantity();
        BigDecimal weight = cost.total() ? price.multiply(BigDecimal.valueOf(own.signum())) : price.multiply(own);
        return new Weight(cost.amount().commodity(), weight, p.line());
    }

    private Map<String, Rational> rates(List<Weight> weights, boolean costs, LocalDate date) {
        Map<String, Rational> sums = new LinkedHashMap<>();
        weights.forEach(w -> sums.merge(w.commodity(), Rational.of(w.amount()), Rational::add));
        List<String> open = new ArrayList<>();
        sums.forEach((commodity, sum) -> {
            if (!sum.isZero()) {
                open.add(commodity);
            }
        });
        Map<String, Rational> rates = new LinkedHashMap<>();
        if (!costs && open.size() == 2) {
            exchange(open.get(0), open.get(1), sums, date, rates);
        }
        for (Weight weight : weights) {
            String commodity = weight.commodity();
            boolean moves = weight.amount().signum() != 0;
            if (moves && !currencies.isBase(commodity) && !rates.containsKey(commodity)) {
                rates.put(commodity, price(commodity, date).orElseThrow(() -> missing(weight)));
            }
        }
        return rates;
    }

    private Malformed missing(Weight weight) {
        String base = policy.baseCurrency().getCurrencyCode();
        return new Malformed(
                ImportCodes.NO_BASE,
                weight.line(),
                "nothing says what " + weight.commodity() + " is worth in " + base
                        + " on that day; write a cost (@ or @@) or a price (P)");
    }

    private Optional<Rational> price(String commodity, LocalDate date) {
        return currencies.isBase(commodity) ? Optional.of(Rational.ONE) : prices.worth(commodity, date);
    }

    /** One commodity for another: the one whose price is known says what both sides are worth. */
    private void exchange(
            String one, String two, Map<String, Rational> sums, LocalDate date, Map<String, Rational> rates) {
        boolean oneLeads = currencies.isBase(one)
                || (!currencies.isBase(two) && prices.worth(one, date).isPresent());
        String leading = oneLeads ? one : two;
        String other = oneLeads ? two : one;
        Optional<Rational> rate = price(leading, date);
        if (rate.isPresent()) {
            Rational whole = Rational.of(
                    rounding.round(sums.getOrDefault(leading, Rational.ZERO).multiply(rate.get())));
            rates.put(leading, rate.get());
            rates.put(other, whole.negate().divide(sums.getOrDefault(other, Rational.ONE)));
        }
    }
}
