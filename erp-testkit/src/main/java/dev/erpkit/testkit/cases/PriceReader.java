package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.testkit.contract.MemoryHarness;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** A balance, valued at recorded prices. */
final class PriceReader {
    private static final Pattern VALUE = Pattern.compile(
            "(?:value|revalue|convert)(?: it| the balance)?(?: in [A-Z]{1,3})?(?: (?:on|at|as of|now) ?\\(?(?:the )?(\\d{4}-\\d{2}-\\d{2})\\)?)?(?: (?:with|by|at) the (?:reverse|inverse|latest) (?:price|rate)s?)?");
    private static final ImmutableSet<String> ABOUT = Sets.immutable.of("date", "order");

    private PriceReader() {}

    static void run(Case current) {
        Field given = current.given();
        if (given.has("date")) {
            current.requireGiven("prices", "balance", "date");
        } else {
            current.requireGiven("prices", "balance");
        }
        ImmutableList<Matcher> steps = current.when().collect(VALUE::matcher);
        if (steps.isEmpty() || !steps.allSatisfy(Matcher::matches)) {
            throw new UnsupportedCaseException(current.when().toString());
        }
        Matcher step = steps.getFirst();
        CaseCurrencies currencies = new CaseCurrencies(current, "BASE");
        MemoryHarness harness = new MemoryHarness();
        LocalDate latest = record(given.at("prices").elements(), currencies, harness);
        LocalDate day = step.group(1) != null
                ? LocalDate.parse(step.group(1))
                : given.find("date").map(Field::date).orElse(latest);
        MonetaryAmount balance = currencies.amount(CaseAmount.of(given.at("balance")));
        if (steps.size() > 1) {
            onDays(current, steps, harness, currencies, balance);
            return;
        }
        for (String name : current.expect().names()) {
            MonetaryAmount worth = harness.rates()
                    .bothWays()
                    .convert(
                            balance,
                            currencies.of(name),
                            RateType.SPOT,
                            day,
                            RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN))
                    .orElseThrow();
            current.differences().number(current.expect().at(name), Amounts.decimal(worth));
        }
    }

    /** Several days: what the balance is worth on each, by day. */
    private static void onDays(
            Case current,
            ImmutableList<Matcher> steps,
            MemoryHarness harness,
            CaseCurrencies currencies,
            MonetaryAmount balance) {
        ImmutableList<String> days = steps.collect(s -> String.valueOf(s.group(1)));
        for (String day : current.expect().names()) {
            if (current.expect().at(day).isList() && day.matches("values|worths|results|amounts")) {
                listed(current, current.expect().at(day), days, harness, currencies, balance);
                continue;
            }
            if (!days.contains(day)) {
                throw new UnsupportedCaseException(day);
            }
            Field worths = current.expect().at(day);
            for (String name : worths.names()) {
                MonetaryAmount worth = harness.rates()
                        .bothWays()
                        .convert(
                                balance,
                                currencies.of(name),
                                RateType.SPOT,
                                LocalDate.parse(day),
                                RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN))
                        .orElseThrow();
                current.differences().number(worths.at(name), Amounts.decimal(worth));
            }
        }
    }

    /** One value a day, in the only currency of the prices. */
    private static void listed(
            Case current,
            Field list,
            ImmutableList<String> days,
            MemoryHarness harness,
            CaseCurrencies currencies,
            MonetaryAmount balance) {
        ImmutableList<String> quotes = current.given()
                .at("prices")
                .elements()
                .collect(price -> CaseAmount.of(
                                price.at(price.names().reject(ABOUT::contains).getOnly()))
                        .commodity()
                        .orElse(""))
                .distinct();
        ImmutableList<Field> rows = list.elements();
        if (quotes.size() != 1 || rows.size() != days.size()) {
            throw new UnsupportedCaseException(list.path());
        }
        rows.forEachWithIndex((row, i) -> current.differences()
                .number(
                        row,
                        Amounts.decimal(harness.rates()
                                .bothWays()
                                .convert(
                                        balance,
                                        currencies.of(quotes.getOnly()),
                                        RateType.SPOT,
                                        LocalDate.parse(days.get(i)),
                                        RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN))
                                .orElseThrow())));
    }

    /** Records the prices in the order they are given in, or are numbered by; gives the latest day. */
    private static LocalDate record(ImmutableList<Field> prices, CaseCurrencies currencies, MemoryHarness harness) {
        LocalDate latest = LocalDate.MIN;
        boolean numbered = prices.allSatisfy(p -> p.has("order"));
        ImmutableList<Field> ordered =
                numbered ? prices.toSortedListBy(p -> p.at("order").decimal()).toImmutable() : prices;
        for (Field price : ordered) {
            String commodity = price.names().reject(ABOUT::contains).getOnly();
            CaseAmount cost = CaseAmount.of(price.at(commodity));
            LocalDate day = price.at("date").date();
            harness.record(ExchangeRate.of(
                    currencies.of(commodity),
                    currencies.of(
                            cost.commodity().orElseThrow(() -> new UnsupportedCaseException("price in no currency"))),
                    cost.number(),
                    RateType.SPOT,
                    day));
            latest = day.isAfter(latest) ? day : latest;
        }
        return latest;
    }
}
