package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Balance;
import dev.erpkit.inventory.valuation.CostEdge;
import dev.erpkit.inventory.valuation.Layer;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.RichIterable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.jspecify.annotations.Nullable;

/**
 * Values the events of a case. A single cost may differ by one minor unit, which is where conserving ways of rounding
 * differ; quantities and values of stock are exact.
 */
final class StockReader {
    private static final Map<String, String> CODES = Map.of(
            "INSUFFICIENT_STOCK", "stock.insufficient",
            "OVER_RETURN", "stock.over-return",
            "UNKNOWN_EVENT", "stock.unknown-event",
            "UNKNOWN_LOT", "stock.lot-missing",
            "ZERO_WEIGHT", "stock.zero-basis",
            "CANCELLED_RECEIPT", "stock.origin-cancelled",
            "ZERO_QUANTITY", "stock.nothing-to-revalue",
            "NEGATIVE_COST", "stock.negative-cost",
            "RETURN_BEFORE_ISSUE", "stock.return-before-origin");

    private final Case current;
    private final StockGiven given;
    private final ValuationLedger ledger;
    private final MutableMap<Long, ValuationLedger> known = Maps.mutable.empty();

    private StockReader(Case current, StockGiven given, ValuationLedger ledger) {
        this.current = current;
        this.given = given;
        this.ledger = ledger;
    }

    static void run(Case current) {
        StockGiven given = StockGiven.read(current.given());
        Outcome<ValuationLedger> outcome = value(given, Long.MAX_VALUE);
        Optional<Field> error = current.expect().find("error");
        if (error.isPresent()) {
            refused(current, error.get(), outcome);
            current.expect().find("derived").ifPresent(derived -> {
                derived.names().forEach(n -> checkEmpty(derived.at(n)));
            });
            return;
        }
        if (given.paper().notEmpty() && !current.expect().has("balances_debit_positive")) {
            throw new UnsupportedCaseException("documents without books");
        }
        StockReader reader = new StockReader(current, given, outcome.orElseThrow());
        current.expect().names().forEach(reader::check);
    }

    private static void checkEmpty(Field field) {
        boolean empty =
                field.isList() ? field.elements().isEmpty() : field.names().isEmpty();
        if (!empty) {
            throw new UnsupportedCaseException(field.path() + " beside a refusal");
        }
    }

    private static Outcome<ValuationLedger> value(StockGiven given, long through) {
        return Valuation.of(Valuation.known(given.events(), through), given.items(), given.policy(), given.currency());
    }

    private static void refused(Case current, Field error, Outcome<ValuationLedger> outcome) {
        error.requireNames("at", "code");
        String expected =
                CODES.getOrDefault(error.at("code").text(), error.at("code").text());
        current.differences()
                .same(
                        error.at("code"),
                        expected,
                        outcome.refusal().map(r -> r.code().value()).orElse("accepted"));
        current.differences()
                .text(
                        error.at("at"),
                        outcome.refusal().map(r -> r.facts().get("event")).orElse("accepted"));
    }

    private void check(String name) {
        Field field = current.expect().at(name);
        switch (name) {
            case "final" -> rows(field).forEach(row -> balance(row, ledger));
            case "timeline", "balance_known_after" -> field.elements().forEach(this::knownAfter);
            case "issue_cost" -> costs(field);
            case "inbound_value" -> figures(field, ledger.inbound()::get);
            case "variance" -> figures(field, n -> ledger.variances().getOrDefault(n, 0L));
            case "revaluation" -> figures(field, n -> ledger.revaluations().getOrDefault(n, 0L));
            case "layers" -> field.names().forEach(item -> layers(field.at(item), item));
            case "balances_debit_positive" -> new StockAccounts(given, ledger).compare(current, field);
            case "value_change_of_transfer" -> current.differences().number(field, ownEffectOfTransfers());
            case "trace" -> field.names().forEach(n -> trace(field.at(n), Long.parseLong(n)));
            case "true_up" -> trueUps(field);
            case "total_issue_cost" -> current.differences().number(field, decimal(issued()));
            case "derived" -> field.names().forEach(n -> derived(n, field.at(n)));
            default -> throw new UnsupportedCaseException("expects " + name);
        }
    }

    private void derived(String name, Field field) {
        switch (name) {
            case "issue_cost" -> costs(field);
            case "balance_known_after" -> field.elements().forEach(this::knownAfter);
            case "variance" -> figures(field, n -> ledger.variances().getOrDefault(n, 0L));
            case "inbound_value" -> figures(field, ledger.inbound()::get);
            case "revaluation" -> figures(field, n -> ledger.revaluations().getOrDefault(n, 0L));
            case "layers" -> field.names().forEach(item -> layers(field.at(item), item));
            case "trace" -> field.names().forEach(n -> trace(field.at(n), Long.parseLong(n)));
            case "true_up" -> trueUps(field);
            default -> throw new UnsupportedCaseException("derives " + name);
        }
    }

    private long issued() {
        return ledger.costs().valuesView().sumOfLong(Long::longValue);
    }

    private static ImmutableList<Field> rows(Field field) {
        return field.isList() ? field.elements() : Lists.immutable.of(field);
    }

    private void knownAfter(Field row) {
        long after = row.at("after").decimal().longValueExact();
        balance(row, known.getIfAbsentPut(after, () -> value(given, after).orElseThrow()));
    }

    private void balance(Field row, ValuationLedger of) {
        Optional<String> item = StockFacts.text(row, "item");
        Optional<String> warehouse = StockFacts.text(row, "warehouse");
        Optional<String> lot = StockFacts.text(row, "lot");
        RichIterable<Balance> balances = of.balances()
                .valuesView()
                .select(b -> item.map(b.pool().item()::equals).orElse(true)
                        && warehouse.map(b.pool().warehouse()::equals).orElse(true)
                        && lot.map(b.pool().lot()::equals).orElse(true));
        Rational quantity = balances.injectInto(Rational.ZERO, (sum, b) -> sum.add(b.quantity()));
        current.differences().same(row.at("qty"), Rational.parse(row.at("qty").text()), quantity);
        current.differences().number(row.at("value"), decimal(balances.sumOfLong(Balance::value)));
    }

    private void costs(Field field) {
        field.names().forEach(n -> near(field.at(n), ledger.costs().get(Long.parseLong(n))));
    }

    private void figures(Field field, Function<Long, @Nullable Long> actual) {
        field.names().forEach(n -> {
            @Nullable Long minor = actual.apply(Long.parseLong(n));
            current.differences().same(field.at(n), true, minor != null);
            if (minor != null) {
                current.differences().number(field.at(n), decimal(minor));
            }
        });
    }

    /** Within one minor unit. */
    private void near(Field field, @Nullable Long minor) {
        BigDecimal expected = field.decimal();
        BigDecimal unit = decimal(1);
        if (minor == null || expected.subtract(decimal(minor)).abs().compareTo(unit) > 0) {
            current.differences().same(field, expected, minor == null ? "nothing" : decimal(minor));
        }
    }

    private void trace(Field field, long issue) {
        ImmutableList<Field> expected = Lists.immutable.ofAll(
                field.elements().toSortedListBy(row -> row.at("receipt").decimal()));
        ImmutableList<CostEdge> actual =
                Lists.immutable.ofAll(ledger.edgesOf(issue).toSortedListBy(CostEdge::receipt));
        current.differences().same(field, expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            Field row = expected.get(i);
            current.differences().text(row.at("receipt"), actual.get(i).receipt());
            Rational quantity = Rational.parse(row.at("qty").text());
            current.differences().same(row.at("qty"), quantity, actual.get(i).quantity());
            near(row.at("value"), actual.get(i).value());
        }
    }

    private void trueUps(Field field) {
        ImmutableList<String> expected = field.elements()
                .collect(row -> row.at("issue").text() + " by "
                        + row.at("receipt").text() + ": "
                        + Rational.parse(row.at("qty").text()) + ", "
                        + row.at("amount").decimal().stripTrailingZeros().toPlainString());
        ImmutableList<String> actual = ledger.trueUps()
                .collect(t -> t.issue() + " by " + t.receipt() + ": " + t.quantity() + ", "
                        + decimal(t.amount()).stripTrailingZeros().toPlainString());
        current.differences()
                .same(
                        field,
                        expected.toSortedList().toString(),
                        actual.toSortedList().toString());
    }

    private void layers(Field field, String item) {
        ImmutableList<Layer> actual = Lists.immutable.ofAll(ledger.balances()
                .keysView()
                .select(pool -> pool.item().equals(item))
                .flatCollect(ledger::layers)
                .toSortedListBy(Layer::receipt));
        ImmutableList<Field> expected = Lists.immutable.ofAll(
                field.elements().toSortedListBy(row -> row.at("of").decimal()));
        current.differences().same(field, expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            Field row = expected.get(i);
            current.differences().text(row.at("of"), actual.get(i).receipt());
            Rational quantity = Rational.parse(row.at("qty").text());
            current.differences().same(row.at("qty"), quantity, actual.get(i).quantity());
            near(row.at("value"), actual.get(i).value());
        }
    }

    /** What all transfers together changed of the total value: nothing, as what leaves one pool comes into another. */
    private BigDecimal ownEffectOfTransfers() {
        long change = 0;
        for (StockEvent event : given.events()) {
            if (event instanceof StockEvent.Transfer) {
                change += ledger.inbound().getOrDefault(event.number(), 0L);
                change -= ledger.costs().getOrDefault(event.number(), 0L);
            }
        }
        return decimal(change);
    }

    private BigDecimal decimal(long minor) {
        return BigDecimal.valueOf(minor, Amounts.digits(given.currency()));
    }
}
