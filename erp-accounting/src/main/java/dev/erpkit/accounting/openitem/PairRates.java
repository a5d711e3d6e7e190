package dev.erpkit.accounting.openitem;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.set.sorted.MutableSortedSet;

/** What one item is worth in the currency of another, by the rule of the policy. Remembers which rates it used. */
final class PairRates {
    private final MatchRequest request;
    private final MatchingPolicy policy;
    private final ExchangeRates rates;
    private final MutableSortedSet<String> used = SortedSets.mutable.empty();

    PairRates(MatchRequest request, MatchingPolicy policy, ExchangeRates rates) {
        this.request = request;
        this.policy = policy;
        this.rates = rates;
    }

    /** The rates that were used, as text, in alphabetical order. */
    String used() {
        return used.makeString("; ");
    }

    /** The exact number of minor units of the second item's currency that one minor unit of the first is worth. */
    Outcome<Rational> factor(OpenItem of, OpenItem in) {
        if (of.currency().equals(in.currency())) {
            return Outcome.accepted(Rational.ONE);
        }
        if (request.rate().isEmpty() && policy.crossCurrency() == CrossCurrencyRule.HISTORICAL) {
            return historical(of, in);
        }
        return rate(of, in).then(rate -> {
            used.add(rate.toString());
            return between(rate, of.currency(), in.currency());
        });
    }

    private Outcome<ExchangeRate> rate(OpenItem of, OpenItem in) {
        if (request.rate().isPresent()) {
            return Outcome.accepted(request.rate().get());
        }
        return switch (policy.crossCurrency()) {
            case DATE_OF_MATCH -> recorded(of, in, request.date());
            case DATE_OF_BASE_ITEM ->
                baseItem(of, in)
                        .map(item -> recorded(of, in, item.date()))
                        .orElseGet(() -> Outcome.refused(needsRate(of, in)));
            default -> Outcome.refused(needsRate(of, in));
        };
    }

    /** Asked from the foreign currency to the base currency, or from the debit item's where both are foreign. */
    private Outcome<ExchangeRate> recorded(OpenItem of, OpenItem in, LocalDate day) {
        boolean forward = baseItem(of, in).map(in::equals).orElse(of.amountMinor() > 0);
        CurrencyUnit from = forward ? of.currency() : in.currency();
        CurrencyUnit to = forward ? in.currency() : of.currency();
        return rates.find(from, to, policy.rateType(), day)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(Refusal.of(
                                ExchangeRates.MISSING,
                                "No " + policy.rateType() + " rate from " + from.getCurrencyCode() + " to "
                                        + to.getCurrencyCode() + " on or before " + day + "; record one")
                        .with("from", from.getCurrencyCode())
                        .with("to", to.getCurrencyCode())
                        .with("date", day)));
    }

    private Outcome<Rational> between(ExchangeRate rate, CurrencyUnit of, CurrencyUnit in) {
        ExchangeRate turned = rate.base().equals(of) ? rate : rate.inverse();
        if (!turned.base().equals(of) || !turned.quote().equals(in)) {
            return Outcome.refused(Refusal.of(
                            MatchRefusals.CURRENCY,
                            "The rate " + rate + " is not between " + of.getCurrencyCode() + " and "
                                    + in.getCurrencyCode() + "; match items of those two currencies")
                    .with("rate", rate));
        }
        Rational minorUnits =
                Rational.of(BigInteger.TEN.pow(Amounts.digits(in)), BigInteger.TEN.pow(Amounts.digits(of)));
        return Outcome.accepted(turned.rate().multiply(minorUnits));
    }

    private Outcome<Rational> historical(OpenItem of, OpenItem in) {
        if (of.baseMinor() == 0 || in.baseMinor() == 0) {
            return Outcome.refused(needsRate(of, in));
        }
        used.add("historical");
        return Outcome.accepted(Rational.of(of.baseMinor(), of.amountMinor())
                .multiply(Rational.of(in.amountMinor(), in.baseMinor()))
                .abs());
    }

    private static Optional<OpenItem> baseItem(OpenItem of, OpenItem in) {
        return of.currency().equals(of.baseCurrency())
                ? Optional.of(of)
                : Optional.of(in).filter(item -> item.currency().equals(item.baseCurrency()));
    }

    private static Refusal needsRate(OpenItem of, OpenItem in) {
        return Refusal.of(
                        MatchRefusals.CURRENCY,
                        "The policy gives no rate between " + of.currency().getCurrencyCode() + " and "
                                + in.currency().getCurrencyCode() + "; state one in the request")
                .with("items", of.id() + ", " + in.id());
    }
}
