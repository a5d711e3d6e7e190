package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.valuation.Backdating;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.CostPeriod;
import dev.erpkit.inventory.valuation.ItemTerms;
import dev.erpkit.inventory.valuation.LandedCostRule;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.PoolRule;
import dev.erpkit.inventory.valuation.PriceDifference;
import dev.erpkit.inventory.valuation.ReturnCost;
import dev.erpkit.inventory.valuation.SameInstant;
import dev.erpkit.inventory.valuation.ShareRule;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The facts of a stock case: a policy, items and events. */
final class StockGiven {
    private static final ImmutableList<String> FIELDS = Lists.immutable.of("policy", "currency", "items", "events");

    /** What policies are called elsewhere. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("reject", "forbid"),
            Map.entry("replace-cost", "replace"),
            Map.entry("current", "current-cost"),
            Map.entry("current-average", "current-cost"),
            Map.entry("average", "current-cost"),
            Map.entry("original", "original-cost"),
            Map.entry("exact", "original-cost"),
            Map.entry("restate-at-sale", "restate-at-receipt"),
            Map.entry("restate", "restate"),
            Map.entry("coverage", "coverage-at-event"),
            Map.entry("remaining", "remaining-at-event"),
            Map.entry("sold-share-to-expense", "remaining-at-event"),
            Map.entry("expense-sold-share", "remaining-at-event"),
            Map.entry("to-expense", "remaining-at-event"),
            Map.entry("none", "as-recorded"),
            Map.entry("frozen", "as-recorded"),
            Map.entry("freeze", "as-recorded"),
            Map.entry("no-restatement", "as-recorded"),
            Map.entry("to-variance", "variance"),
            Map.entry("price-difference-account", "variance"),
            Map.entry("receipts-first", "inbound-first"),
            Map.entry("warehouse", "item-warehouse"),
            Map.entry("lot", "item-lot"),
            Map.entry("per-item", "item"),
            Map.entry("per-warehouse", "item-warehouse"),
            Map.entry("standard-cost", "standard"),
            Map.entry("lot-cost", "specific"));

    private final ValuationPolicy policy;
    private final CurrencyUnit currency;
    private final ImmutableList<ItemTerms> items;
    private final ImmutableList<StockEvent> events;
    private final ImmutableList<Field> paper;

    private StockGiven(Field given) {
        this.policy = policy(given.at("policy"));
        this.currency = given.find("currency").map(StockGiven::currency).orElse(Amounts.currency("EUR"));
        ImmutableList<Field> rows = given.find("events").map(Field::elements).orElse(Lists.immutable.empty());
        this.paper = rows.select(StockGiven::isPaper);
        this.events = rows.reject(StockGiven::isPaper).collect(new StockFacts(currency)::event);
        MutableList<ItemTerms> known = Lists.mutable.empty();
        given.find("items").ifPresent(list -> list.elements().forEach(each -> known.add(item(each))));
        Valuation.items(events)
                .reject(item -> known.anySatisfy(t -> t.item().equals(item)))
                .forEach(item -> known.add(ItemTerms.of(item)));
        this.items = known.toImmutable();
    }

    static StockGiven read(Field given) {
        if (!given.has("policy")
                || !given.has("events")
                || !FIELDS.containsAll(given.names().castToList())) {
            throw new UnsupportedCaseException("no policy and events alone");
        }
        return new StockGiven(given);
    }

    /** Policy, currency and items where the events are told otherwise. */
    static StockGiven terms(Field given) {
        return new StockGiven(given);
    }

    ValuationPolicy policy() {
        return policy;
    }

    CurrencyUnit currency() {
        return currency;
    }

    ImmutableList<ItemTerms> items() {
        return items;
    }

    ImmutableList<StockEvent> events() {
        return events;
    }

    /** Documents that no goods and no cost hang on: invoices, credit notes of vendors, bills that come first. */
    ImmutableList<Field> paper() {
        return paper;
    }

    private static boolean isPaper(Field event) {
        return switch (event.at("type").text()) {
            case "INVOICE", "CUSTOMER_INVOICE", "CREDIT_NOTE", "VENDOR_CREDIT", "CREDIT", "VENDOR_CREDIT_NOTE" -> true;
            case "BILL" -> !event.has("of");
            default -> false;
        };
    }

    private static ValuationPolicy policy(Field field) {
        ValuationPolicy policy = ValuationPolicy.of(method(field.at("method")));
        for (String name : field.names()) {
            Field choice = field.at(name);
            switch (name) {
                case "method" -> {}
                case "pool" -> policy = policy.pool(named(choice, PoolRule::parse));
                case "negative" -> policy = policy.negative(named(choice, NegativeStock::parse));
                case "customer_return" ->
                    policy = policy.returns(named(choice, ReturnCost::parse), policy.vendorReturn());
                case "vendor_return" ->
                    policy = policy.returns(policy.customerReturn(), named(choice, ReturnCost::parse));
                case "landed_cost" -> policy = policy.landedCost(named(choice, LandedCostRule::parse));
                case "same_instant_order" -> policy = policy.sameInstant(named(choice, SameInstant::parse));
                case "backdating" ->
                    policy = ValuationPolicy.builder()
                            .from(policy)
                            .backdating(named(choice, Backdating::parse))
                            .build();
                case "price_difference" -> policy = policy.priceDifference(named(choice, PriceDifference::parse));
                case "allocation", "shares", "remainder" -> policy = policy.shares(named(choice, ShareRule::parse));
                case "period", "cost_period" -> policy = policy.period(named(choice, CostPeriod::parse));
                default -> throw new UnsupportedCaseException("policy " + name);
            }
        }
        return policy;
    }

    /** A method under one of the names that it goes by. */
    static ValuationMethod method(Field field) {
        return method(field.text());
    }

    static ValuationMethod method(String name) {
        return switch (name) {
            case "AVERAGE", "WEIGHTED_AVERAGE", "AVCO", "WEIGHTED_AVERAGE_PERPETUAL" -> ValuationMethod.MOVING_AVERAGE;
            case "WEIGHTED_AVERAGE_PERIODIC", "AVERAGE_PERIODIC" -> ValuationMethod.PERIODIC_AVERAGE;
            case "SPECIFIC_IDENTIFICATION" -> ValuationMethod.SPECIFIC;
            default -> named(name, ValuationMethod::parse);
        };
    }

    static <T> T named(Field field, Function<String, T> parse) {
        return named(field.text(), parse);
    }

    static <T> T named(String name, Function<String, T> parse) {
        try {
            String said = name.toLowerCase(Locale.ROOT).replace('_', '-');
            return parse.apply(ALIASES.getOrDefault(said, said));
        } catch (InvalidValueException unknown) {
            throw new UnsupportedCaseException("a choice named " + name);
        }
    }

    /** Cases name currencies that may be none; the decimals decide. */
    static CurrencyUnit currency(Field field) {
        if (!field.isObject()) {
            return Amounts.currency(field.text());
        }
        field.requireNames("code", "minor_digits");
        field.at("code").text();
        String digits = field.at("minor_digits").text();
        return Amounts.currency(
                switch (digits) {
                    case "0" -> "JPY";
                    case "2" -> "EUR";
                    case "3" -> "KWD";
                    case "4" -> "CLF";
                    default -> throw new UnsupportedCaseException("a currency with " + digits + " decimals");
                });
    }

    private ItemTerms item(Field field) {
        ItemTerms terms = ItemTerms.of(field.at("id").text());
        Rational weight = Rational.ZERO;
        Rational volume = Rational.ZERO;
        for (String name : field.names()) {
            Field value = field.at(name);
            switch (name) {
                case "id", "uom", "name" -> value.text();
                case "initial_unit_cost" -> terms = terms.firstCost(Cost.each(value.decimal(), currency));
                case "standard_cost" -> terms = terms.standardCost(Cost.each(value.decimal(), currency));
                case "weight" -> weight = Rational.of(value.decimal());
                case "volume" -> volume = Rational.of(value.decimal());
                default -> throw new UnsupportedCaseException("item with " + name);
            }
        }
        return terms.measures(weight, volume);
    }

    /** The whole of a cost in this currency. */
    static Optional<Cost> cost(Field event, CurrencyUnit currency) {
        if (event.has("value")) {
            return Optional.of(
                    Cost.total(CaseCurrencies.amount(event.at("value").decimal(), currency)));
        }
        return event.find("unit_cost").map(price -> Cost.each(price.decimal(), currency));
    }
}
