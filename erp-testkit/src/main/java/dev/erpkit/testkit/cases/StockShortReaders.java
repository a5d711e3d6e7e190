package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.ItemTerms;
import dev.erpkit.inventory.valuation.LotSelector;
import dev.erpkit.inventory.valuation.LotSelector.Chosen;
import dev.erpkit.inventory.valuation.LotSelector.Held;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.ShareRule;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Cases of valuation in a few words rather than as lists of events. */
final class StockShortReaders {
    static final CurrencyUnit EURO = Amounts.currency("EUR");
    static final Goods A = Goods.of("A");
    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

    private StockShortReaders() {}

    /** An amount, weights, and the shares by rule. */
    static void shares(Case current) {
        current.requireGiven("amount", "weights");
        long total = minor(current.given().at("amount"));
        ImmutableList<Rational> weights =
                current.given().at("weights").elements().collect(w -> Rational.parse(w.text()));
        for (String name : current.expect().names()) {
            Field field = current.expect().at(name);
            switch (name) {
                case "error" -> {
                    boolean split = true;
                    try {
                        ShareRule.LARGEST_REMAINDER.split(total, weights);
                    } catch (InvalidValueException | ArithmeticException noWeight) {
                        split = false;
                    }
                    GoodsFigures.error(
                            current,
                            field,
                            split
                                    ? "accepted"
                                    : field.text().matches("ZERO_WEIGHTS?|NO_WEIGHTS?|ZERO_BASIS")
                                            ? field.text()
                                            : "ZERO_WEIGHT");
                }
                case "shares" ->
                    field.names().forEach(rule -> {
                        long[] shares = StockGiven.named(rule, ShareRule::parse).split(total, weights);
                        ImmutableList<Field> expected = field.at(rule).elements();
                        current.differences().same(field, expected.size(), shares.length);
                        for (int i = 0; i < Math.min(expected.size(), shares.length); i++) {
                            current.differences().number(expected.get(i), decimal(shares[i]));
                        }
                    });
                case "sum" -> current.differences().number(field, decimal(total));
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        }
    }

    /** Purchases and sales of one period, valued by several methods at its end. */
    static void period(Case current) {
        Field given = current.given();
        if (!given.has("purchases") || !given.has("sales") || given.names().anySatisfy(n -> !known(n))) {
            throw new UnsupportedCaseException("no purchases and sales");
        }
        MutableList<StockEvent> events = Lists.mutable.empty();
        for (String name : Lists.immutable.of("opening", "purchases")) {
            if (given.has(name)
                    && given.at(name).elements().notEmpty()
                    && !given.at(name).elements().getFirst().isList()
                    && !given.at(name).elements().getFirst().isObject()) {
                events.add(receipt(events.size() + 1L, given.at(name)));
            } else if (given.has(name)) {
                given.at(name).elements().forEach(row -> events.add(receipt(events.size() + 1L, row)));
            }
        }
        given.at("sales").elements().forEach(sale -> {
            long number = events.size() + 1L;
            events.add(new StockEvent.Issue(number, START.plusMinutes(number), A, Rational.parse(sale.text())));
        });
        given.find("methods").ifPresent(methods -> methods.elements().forEach(Field::text));
        for (String method : current.expect().names()) {
            Field field = current.expect().at(method);
            String perpetual = method.replaceAll("^(FIFO|LIFO|HIFO)_PERIODIC$", "$1");
            ValuationLedger ledger = value(events, ValuationPolicy.of(StockGiven.method(perpetual)));
            for (String name : field.names()) {
                long figure = switch (name) {
                    case "cogs", "cost_of_goods_sold" ->
                        ledger.costs().valuesView().sumOfLong(Long::longValue);
                    case "ending", "ending_inventory", "stock" -> ledger.value();
                    default -> throw new UnsupportedCaseException("expects " + name);
                };
                current.differences().number(field.at(name), decimal(figure));
            }
        }
    }

    private static boolean known(String name) {
        return Lists.immutable.of("opening", "purchases", "sales", "methods").contains(name);
    }

    private static StockEvent receipt(long number, Field row) {
        ImmutableList<Field> pair = row.isList()
                ? row.elements()
                : Lists.immutable.of(row.at("qty"), row.at(row.has("price") ? "price" : "unit_cost"));
        Cost.Each cost = Cost.each(pair.get(1).decimal(), EURO);
        Rational quantity = Rational.parse(pair.get(0).text());
        return new StockEvent.Receipt(number, START.plusMinutes(number), A, quantity, Optional.of(cost));
    }

    static ValuationLedger value(Iterable<StockEvent> events, ValuationPolicy policy) {
        return Valuation.of(events, Lists.immutable.of(ItemTerms.of("A")), policy, EURO)
                .orElseThrow();
    }

    /** Receipts that are taken or not. */
    static void acceptedCosts(Case current) {
        current.requireGiven("receipts");
        current.expect().requireNames("accepted");
        ImmutableList<Field> expected = current.expect().at("accepted").elements();
        ImmutableList<Field> receipts = current.given().at("receipts").elements();
        current.differences().same(current.expect(), expected.size(), receipts.size());
        for (int i = 0; i < receipts.size(); i++) {
            Outcome<ValuationLedger> outcome = Valuation.of(
                    Lists.immutable.of(receipt(1, receipts.get(i))),
                    Lists.immutable.of(ItemTerms.of("A")),
                    ValuationPolicy.of(ValuationMethod.FIFO),
                    EURO);
            current.differences().same(expected.get(i), expected.get(i).truth(), outcome.isAccepted());
        }
    }

    /** Lots, and reductions that name one of them or not. */
    static void strictLots(Case current) {
        current.requireGiven("booking", "lots", "reductions");
        String booking = current.given().at("booking").text();
        if (!booking.equals("STRICT")) {
            booked(current, StockGiven.method(booking));
            return;
        }
        ImmutableList<Field> rows = current.given().at("lots").elements();
        ImmutableList<Held> lots = rows.collect(row -> {
            Rational quantity = Rational.parse(row.at("qty").text());
            return new Held(
                    row.find("lot").or(() -> row.find("label")).map(Field::text).orElse(row.path()),
                    row.at("date").date(),
                    quantity,
                    Cost.each(row.at("unit_cost").decimal(), EURO).of(quantity));
        });
        ImmutableList<Field> reductions = current.given().at("reductions").elements();
        ImmutableList<Field> expected = current.expect().at("results").elements();
        for (int i = 0; i < reductions.size(); i++) {
            Field row = reductions.get(i);
            Rational quantity = Rational.parse(row.at("qty").text());
            Outcome<ImmutableList<Chosen>> outcome =
                    selector(row.at("selector")).choose(lots, quantity);
            compare(current, expected.get(i), outcome, lots);
        }
    }

    /** Reductions one after another, each of the lots that the method takes first. */
    private static void booked(Case current, ValuationMethod method) {
        MutableList<StockEvent> events = Lists.mutable.empty();
        for (Field row : current.given().at("lots").elements()) {
            Rational quantity = Rational.parse(row.at("qty").text());
            events.add(new StockEvent.Receipt(
                    events.size() + 1L,
                    row.at("date").date().atStartOfDay(),
                    A,
                    quantity,
                    Optional.of(Cost.each(row.at("unit_cost").decimal(), EURO))));
        }
        ImmutableList<Field> expected = current.expect().at("results").elements();
        ImmutableList<Field> reductions = current.given().at("reductions").elements();
        current.differences().same(current.expect(), expected.size(), reductions.size());
        ValuationPolicy policy = ValuationPolicy.of(method).negative(NegativeStock.FORBID);
        for (int i = 0; i < Math.min(expected.size(), reductions.size()); i++) {
            Field row = reductions.get(i);
            if (row.at("selector").names().notEmpty()) {
                throw new UnsupportedCaseException("a selector beside a method");
            }
            long number = events.size() + 1L;
            StockEvent issue = new StockEvent.Issue(
                    number,
                    LocalDateTime.of(9999, 1, 1, 0, i),
                    A,
                    Rational.parse(row.at("qty").text()));
            Outcome<ValuationLedger> outcome = Valuation.of(
                    events.toImmutable().newWith(issue), Lists.immutable.of(ItemTerms.of("A")), policy, EURO);
            Field field = expected.get(i);
            if (!field.isObject()) {
                GoodsFigures.error(
                        current,
                        field,
                        outcome.isAccepted()
                                ? "accepted"
                                : field.text().startsWith("NOT_ENOUGH") ? field.text() : "NOT_ENOUGH");
                continue;
            }
            events.add(issue);
            ValuationLedger ledger = outcome.orElseThrow();
            for (String name : field.names()) {
                switch (name) {
                    case "cost" ->
                        current.differences()
                                .number(field.at(name), decimal(ledger.costs().getOrDefault(number, 0L)));
                    case "left", "left_value", "value_left" ->
                        current.differences().number(field.at(name), decimal(ledger.value()));
                    default -> throw new UnsupportedCaseException("result with " + name);
                }
            }
        }
    }

    private static LotSelector selector(Field f) {
        f.names().forEach(name -> {
            if (!Lists.immutable.of("lot", "label", "unit_cost", "date").contains(name)) {
                throw new UnsupportedCaseException("a selector by " + name);
            }
        });
        return new LotSelector(
                f.find("lot").or(() -> f.find("label")).map(Field::text),
                f.find("unit_cost").map(c -> Cost.each(c.decimal(), EURO).minor()),
                f.find("date").map(Field::date));
    }

    private static void compare(
            Case current, Field expected, Outcome<ImmutableList<Chosen>> outcome, ImmutableList<Held> lots) {
        if (!expected.isObject()) {
            String code = switch (expected.text()) {
                case "AMBIGUOUS" -> "stock.ambiguous-lot";
                case "NOT_ENOUGH_IN_LOT", "NOT_ENOUGH", "INSUFFICIENT", "NO_MATCH", "NO_MATCHING_LOT" ->
                    "stock.not-enough-in-lot";

                default -> throw new UnsupportedCaseException("result " + expected.text());
            };
            String actual = outcome.refusal().map(r -> r.code().value()).orElse("accepted");
            current.differences().same(expected, code, actual);
            return;
        }
        ImmutableList<Chosen> chosen = outcome.orElseThrow();
        for (String name : expected.names()) {
            Field field = expected.at(name);
            switch (name) {
                case "cost" -> current.differences().number(field, decimal(chosen.sumOfLong(Chosen::value)));
                case "left_of_lot" -> {
                    Chosen only = chosen.getOnly();
                    Rational left = lots.detect(lot -> lot.lot().equals(only.lot()))
                            .quantity()
                            .subtract(only.quantity());
                    current.differences().same(field, Rational.parse(field.text()), left);
                }
                case "note" -> field.text();
                default -> throw new UnsupportedCaseException("result with " + name);
            }
        }
    }

    /** Events with the day on which they were recorded: what was there as of a day, as known on another. */
    static void asKnown(Case current) {
        Field given = current.given();
        if (!given.has("events") || !given.has("queries")) {
            throw new UnsupportedCaseException("no events with questions");
        }
        if (given.names().anySatisfy(n -> !n.matches("policy|currency|items|events|queries"))) {
            throw new UnsupportedCaseException("given " + given.names());
        }
        Field list = current.expect().at(current.expect().names().getOnly());
        ImmutableList<Field> rows = given.at("events").elements();
        ImmutableList<StockEvent> events = rows.collect(new StockFacts(EURO)::event);
        ValuationPolicy policy = given.find("policy")
                .map(p -> ValuationPolicy.of(StockGiven.method(p.at("method"))))
                .orElse(ValuationPolicy.of(ValuationMethod.MOVING_AVERAGE));
        ImmutableList<Field> queries = given.at("queries").elements();
        ImmutableList<Field> answers = list.elements();
        current.differences().same(list, answers.size(), queries.size());
        for (int i = 0; i < Math.min(answers.size(), queries.size()); i++) {
            LocalDate asOf = queries.get(i).at("as_of").date();
            LocalDate known = queries.get(i).at("known_at").date();
            MutableList<StockEvent> told = Lists.mutable.empty();
            for (int k = 0; k < events.size(); k++) {
                Field row = rows.get(k);
                LocalDate recorded =
                        row.at(row.has("recorded") ? "recorded" : "at").date();
                if (!recorded.isAfter(known)
                        && !events.get(k).at().toLocalDate().isAfter(asOf)) {
                    told.add(events.get(k));
                }
            }
            ValuationLedger ledger = value(told, policy);
            for (String name : answers.get(i).names()) {
                Field field = answers.get(i).at(name);
                switch (name) {
                    case "qty" ->
                        GoodsFigures.same(
                                current,
                                field,
                                ledger.balances()
                                        .valuesView()
                                        .injectInto(Rational.ZERO, (sum, b) -> sum.add(b.quantity())));
                    case "value" -> current.differences().number(field, decimal(ledger.value()));
                    case "cogs" ->
                        current.differences()
                                .number(
                                        field,
                                        decimal(ledger.costs().valuesView().sumOfLong(Long::longValue)));
                    default -> throw new UnsupportedCaseException(field.path());
                }
            }
        }
    }

    static long minor(Field amount) {
        return Amounts.minor(CaseCurrencies.amount(amount.decimal(), EURO));
    }

    static BigDecimal decimal(long minor) {
        return BigDecimal.valueOf(minor, Amounts.digits(EURO));
    }
}
