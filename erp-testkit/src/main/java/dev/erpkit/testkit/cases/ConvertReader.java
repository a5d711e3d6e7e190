package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.contract.MemoryHarness;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/** An amount converted at a rate that the case states, or at none. */
final class ConvertReader {
    private static final Pattern STEP = Pattern.compile(
            "(?:convert|value|translate|exchange)(?: (-?\\d+(?:\\.\\d+)?) ([A-Z]{1,3}))?(?: (?:to|in|into) ([A-Z]{1,3}))?.*");

    private ConvertReader() {}

    static void run(Case current) {
        Field given = current.given();
        ImmutableList<String> others = given.names()
                .reject(n -> n.matches("amount|balance|from|to|base|currency|rates?|date") || CaseRates.names(n));
        Matcher step = STEP.matcher(current.onlyStep("^" + STEP.pattern() + "$"));
        if (others.notEmpty() || !step.matches()) {
            throw new UnsupportedCaseException("no amount to convert");
        }
        Alias names = new Alias(given);
        CaseCurrencies currencies =
                new CaseCurrencies(current, names.any("base").map(Field::text).orElse("BASE"));
        MonetaryAmount amount = amount(names, step, currencies);
        Optional<String> to = Optional.ofNullable(step.group(3))
                .or(() -> names.any("to", "base").map(Field::text));
        MemoryHarness harness = new MemoryHarness();
        LocalDate day = CaseBooks.DAY;
        for (String name : given.names().select(n -> CaseRates.names(n))) {
            CaseRates rates = CaseRates.of(name);
            harness.record(rates.rate(currencies, given.at(name).decimal(), RateType.SPOT, day));
        }
        if (given.has("rate") && given.has("from") && given.has("to")) {
            harness.record(ExchangeRate.of(
                    currencies.of(given.at("from").text()),
                    currencies.of(given.at("to").text()),
                    given.at("rate").decimal(),
                    RateType.SPOT,
                    day));
        }
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            String target =
                    name.matches("[A-Z]{1,3}") ? name : to.orElseThrow(() -> new UnsupportedCaseException("no target"));
            Outcome<MonetaryAmount> outcome = harness.rates()
                    .bothWays()
                    .convert(
                            amount,
                            currencies.of(target),
                            RateType.SPOT,
                            day,
                            RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN));
            check(current, expected, name, outcome);
        }
    }

    private static MonetaryAmount amount(Alias names, Matcher step, CaseCurrencies currencies) {
        if (step.group(1) != null) {
            return currencies.amount(CaseAmount.parse(step.group(1) + " " + step.group(2)));
        }
        CaseAmount amount = CaseAmount.of(names.need("amount", "balance"));
        Optional<String> from = names.any("from", "currency").map(Field::text);
        return CaseCurrencies.amount(
                amount.number(),
                currencies.of(amount.commodity()
                        .or(() -> from)
                        .orElseThrow(() -> new UnsupportedCaseException("amount in no currency"))));
    }

    private static void check(Case current, Field expected, String name, Outcome<MonetaryAmount> outcome) {
        if (name.matches("error|refused|rejected|missing_rate")) {
            boolean told = expected.text()
                    .matches("(?i)true|.*(no|missing|unknown)[ _-]?.*rate.*|.*rate.*(missing|unknown).*");
            if (!told) {
                throw new UnsupportedCaseException(expected.path() + ": " + expected.text());
            }
            current.differences().holds(expected, !outcome.isAccepted());
            return;
        }
        if (!name.matches("[A-Z]{1,3}|amount|result|converted|value")) {
            throw new UnsupportedCaseException(expected.path());
        }
        if (outcome.isAccepted()) {
            current.differences().number(expected, Amounts.decimal(outcome.orElseThrow()));
        } else {
            current.differences().same(expected, expected.text(), "no rate");
        }
    }
}
