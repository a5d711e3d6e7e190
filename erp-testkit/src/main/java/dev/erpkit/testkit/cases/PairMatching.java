package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.openitem.CrossCurrencyRule;
import dev.erpkit.accounting.openitem.DifferenceTiming;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Two lines with base and amount are matched as far as they go. A foreign line stands on the day whose rate it was booked
 * at; a line in base currency stands on the other day, whose rate says what it is worth in the foreign currency.
 */
final class PairMatching {
    private static final Pattern AGAINST = Pattern.compile("(\\S+ \\S+)(?: against (\\S+ \\S+))?");

    private final Case current;
    private final CaseCurrencies currencies;
    private final CaseBooks books;
    private final MutableSortedMap<LocalDate, BigDecimal> perBase = SortedMaps.mutable.empty();
    private final Leg one;
    private final Leg two;

    private record Leg(String name, MonetaryAmount amount, BigDecimal base) {}

    private PairMatching(Case current, String rateName) {
        this.current = current;
        CaseRates rates = CaseRates.of(rateName);
        this.currencies = new CaseCurrencies(current, rates.of());
        this.books = new CaseBooks(currencies.base());
        Field days = current.given().at(rateName);
        for (String day : days.names()) {
            LocalDate date = LocalDate.parse(day);
            perBase.put(date, days.at(day).decimal());
            books.services()
                    .harness()
                    .record(rates.rate(currencies, days.at(day).decimal(), RateType.SPOT, date));
        }
        this.one = leg("line 1");
        this.two = leg("line 2");
    }

    static void run(Case current) {
        String rateName = current.given().names().detect(CaseRates::names);
        if (rateName == null) {
            throw new UnsupportedCaseException("no rates");
        }
        current.requireGiven(rateName, "line 1", "line 2");
        new PairMatching(current, rateName).match();
    }

    private Leg leg(String name) {
        Field line = current.given().at(name);
        line.requireNames("base", "amount", "currency");
        CurrencyUnit currency = currencies.of(line.at("currency").text());
        return new Leg(
                name,
                CaseCurrencies.amount(line.at("amount").decimal(), currency),
                line.at("base").decimal());
    }

    private void match() {
        MatchingPolicy.Builder policy = books.matchingPolicy();
        policy.crossCurrency(CrossCurrencyRule.DATE_OF_BASE_ITEM).differences(timing());
        ItemId first = books.item("one", "receivable", dayOf(one, two), one.amount(), one.base());
        ItemId second = books.item("two", "receivable", dayOf(two, one), two.amount(), two.base());
        Match match = books.services()
                .matching()
                .match(
                        CaseBooks.request("match", perBase.lastKey(), Lists.immutable.of(first, second))
                                .build(),
                        policy.build(),
                        KitBooks.CLERK)
                .orElseThrow();
        check(match, first, second);
    }

    private DifferenceTiming timing() {
        String step = current.onlyStep("^match the two items");
        if (step.contains("at once")) {
            return DifferenceTiming.AT_ONCE;
        }
        if (step.matches(".*(on|until|only at|with) (full )?settlement.*")) {
            return DifferenceTiming.ON_SETTLEMENT;
        }
        if (step.matches("match the two items( as far as they go)?")) {
            return DifferenceTiming.AT_ONCE;
        }
        throw new UnsupportedCaseException("when the difference is booked: " + step);
    }

    private boolean foreign(Leg leg) {
        return !leg.amount().getCurrency().equals(books.base());
    }

    private LocalDate dayOf(Leg leg, Leg other) {
        if (foreign(leg)) {
            BigDecimal amount = Amounts.decimal(leg.amount());
            LocalDate day =
                    perBase.keysView().detect(d -> amount.compareTo(leg.base().multiply(perBase.get(d))) == 0);
            if (day == null) {
                throw new UnsupportedCaseException(leg.name() + " was booked at no given rate");
            }
            return day;
        }
        if (!foreign(other) || perBase.size() != 2) {
            throw new UnsupportedCaseException("the day of " + leg.name() + " is not told");
        }
        LocalDate taken = dayOf(other, leg);
        return perBase.firstKey().equals(taken) ? perBase.lastKey() : perBase.firstKey();
    }

    private void check(Match match, ItemId first, ItemId second) {
        Field expect = current.expect();
        Differences differences = current.differences();
        BigDecimal consumedOne = consumedBase(match, first);
        BigDecimal consumedTwo = consumedBase(match, second);
        for (String name : expect.names()) {
            Field expected = expect.at(name);
            switch (name) {
                case "matched_base" -> differences.number(expected, consumedOne.min(consumedTwo));
                case "matched" -> matched(expected, match, consumedOne.min(consumedTwo));
                case "fx" -> difference(expected, match, consumedOne.compareTo(consumedTwo));
                case "open" -> {
                    open(expected.at("line 1"), first);
                    open(expected.at("line 2"), second);
                }
                case "fx_entry_date" ->
                    differences.text(
                            expected,
                            match.entry()
                                    .flatMap(books.services().harness().journal()::find)
                                    .map(posted -> posted.entry().date().toString())
                                    .orElse("none"));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private BigDecimal consumedBase(Match match, ItemId item) {
        long minor = match.parts().detect(p -> p.item().equals(item)).baseMinor();
        return CaseCurrencies.decimal(Math.abs(minor), books.base());
    }

    private void matched(Field expected, Match match, BigDecimal matchedBase) {
        Matcher matcher = AGAINST.matcher(expected.text());
        if (!matcher.matches()) {
            throw new UnsupportedCaseException(expected.path() + ": " + expected.text());
        }
        side(expected, matcher.group(1), match, matchedBase);
        side(expected, matcher.group(2), match, matchedBase);
    }

    private void side(Field expected, @Nullable String text, Match match, BigDecimal matchedBase) {
        if (text == null) {
            return;
        }
        MonetaryAmount side = currencies.amount(CaseAmount.parse(text));
        if (side.getCurrency().equals(books.base())) {
            current.differences()
                    .same(expected, Amounts.decimal(side).stripTrailingZeros(), matchedBase.stripTrailingZeros());
            return;
        }
        ImmutableList<Long> consumed = match.parts()
                .select(p -> p.currency().equals(side.getCurrency()))
                .collect(p -> Math.abs(p.amountMinor()))
                .distinct();
        current.differences().same(expected, Lists.immutable.of(Amounts.minor(side)), consumed);
    }

    private void difference(Field expected, Match match, int firstGivesMore) {
        if (!expected.isObject()) {
            if (!expected.text().matches("none|0(\\.0+)?")) {
                throw new UnsupportedCaseException(expected.path());
            }
            current.differences().same(expected, 0L, match.differenceMinor());
            return;
        }
        expected.requireNames("result", "amount", "on");
        String result = match.differenceMinor() == 0 ? "none" : match.differenceMinor() < 0 ? "gain" : "loss";
        current.differences().text(expected.at("result"), result);
        current.differences()
                .number(
                        expected.at("amount"),
                        Amounts.decimal(match.difference()).abs());
        current.differences().text(expected.at("on"), firstGivesMore > 0 ? one.name() : two.name());
    }

    private void open(Field expected, ItemId item) {
        ImmutableList<Field> baseAndAmount = expected.elements();
        if (baseAndAmount.size() != 2) {
            throw new UnsupportedCaseException(expected.path());
        }
        current.differences().number(baseAndAmount.get(0), books.openBase(item));
        current.differences().number(baseAndAmount.get(1), books.openAmount(item));
    }
}
