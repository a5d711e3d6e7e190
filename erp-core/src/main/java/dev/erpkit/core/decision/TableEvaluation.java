package dev.erpkit.core.decision;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.FactValue.Decimal;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.trace.TraceStep;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.impl.list.primitive.IntInterval;

/** One table asked about one set of facts. */
final class TableEvaluation {
    private final DecisionTable table;
    private final Facts facts;

    TableEvaluation(DecisionTable table, Facts facts) {
        this.table = table;
        this.facts = facts;
    }

    Outcome<Decision> decide() {
        Optional<DecisionInput> outside = table.inputs().detectOptional(input -> facts.find(input.field())
                .filter(value -> !input.allowed().matches(Optional.of(value)))
                .isPresent());
        if (outside.isPresent()) {
            return Outcome.refused(DecisionRefusals.notAllowed(table, outside.get()));
        }
        ImmutableList<Optional<FactValue>> values =
                table.inputs().collect(input -> facts.find(input.field()));
        ImmutableList<Integer> hits = IntInterval.zeroTo(table.rules().size() - 1)
                .select(i -> matches(table.rules().get(i), values))
                .collect(i -> i);
        if (hits.isEmpty()) {
            return nothing();
        }
        return switch (table.hitPolicy()) {
            case UNIQUE -> hits.size() == 1 ? one(hits, hits.getFirst()) : refused(DecisionRefusals.several(table, hits));
            case ANY ->
                hits.collect(this::values).distinct().size() == 1
                        ? one(hits, hits.getFirst())
                        : refused(DecisionRefusals.contradiction(table, hits));
            case FIRST -> one(hits, hits.getFirst());
            case PRIORITY -> one(hits, byOutput(hits).getFirst());
            case RULE_ORDER -> Outcome.accepted(decision(hits.collect(this::row), hits));
            case OUTPUT_ORDER -> Outcome.accepted(decision(byOutput(hits).collect(this::row), hits));
            case COLLECT ->
                table.aggregator()
                        .map(aggregator -> aggregated(aggregator, hits))
                        .orElseGet(() -> Outcome.accepted(decision(hits.collect(this::row), hits)));
        };
    }

    private static Outcome<Decision> refused(Refusal reason) {
        return Outcome.refused(reason);
    }

    private static boolean matches(DecisionRule rule, ImmutableList<Optional<FactValue>> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!rule.cells().get(i).matches(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Outcome<Decision> nothing() {
        ImmutableList<Integer> none = Lists.immutable.empty();
        if (table.hasFallback()) {
            ImmutableList<FactValue> fallback =
                    table.outputs().collect(output -> output.fallback().orElseThrow());
            return Outcome.accepted(decision(Lists.immutable.of(row(fallback)), none));
        }
        if (table.hitPolicy().isSingle()) {
            return refused(DecisionRefusals.noRule(table));
        }
        boolean count = table.aggregator().filter(Aggregator.COUNT::equals).isPresent();
        return Outcome.accepted(decision(
                count ? Lists.immutable.of(row(Lists.immutable.of(FactValue.of(0)))) : Lists.immutable.empty(), none));
    }

    private Outcome<Decision> one(ImmutableList<Integer> hits, int hit) {
        return Outcome.accepted(decision(Lists.immutable.of(row(hit)), hits));
    }

    private ImmutableList<FactValue> values(int rule) {
        return table.rules().get(rule).values();
    }

    private ImmutableSortedMap<String, FactValue> row(int rule) {
        return row(values(rule));
    }

    private ImmutableSortedMap<String, FactValue> row(ImmutableList<FactValue> values) {
        MutableSortedMap<String, FactValue> row = SortedMaps.mutable.empty();
        table.outputs().forEachWithIndex((output, i) -> row.put(output.name(), values.get(i)));
        return row.toImmutable();
    }

    /** By the ranks of the outputs, the first output first; the sort is stable. */
    private ImmutableList<Integer> byOutput(ImmutableList<Integer> hits) {
        Comparator<Integer> order = (a, b) -> 0;
        for (int i = 0; i < table.outputs().size(); i++) {
            int column = i;
            DecisionOutput output = table.outputs().get(i);
            order = order.thenComparing(rule -> output.rank(values(rule).get(column)));
        }
        return hits.toSortedList(order).toImmutable();
    }

    private Outcome<Decision> aggregated(Aggregator aggregator, ImmutableList<Integer> hits) {
        ImmutableList<FactValue> values =
                hits.collect(rule -> values(rule).getFirst());
        if (aggregator == Aggregator.COUNT) {
            return result(FactValue.of(values.size()), hits);
        }
        ImmutableList<BigDecimal> numbers =
                values.selectInstancesOf(Decimal.class).collect(Decimal::value);
        if (numbers.size() < values.size()) {
            return refused(DecisionRefusals.notNumeric(table));
        }
        BigDecimal of = switch (aggregator) {
            case SUM -> numbers.injectInto(BigDecimal.ZERO, BigDecimal::add);
            case MIN -> numbers.min();
            default -> numbers.max();
        };
        return result(FactValue.of(of), hits);
    }

    private Outcome<Decision> result(FactValue value, ImmutableList<Integer> hits) {
        return Outcome.accepted(decision(Lists.immutable.of(row(Lists.immutable.of(value))), hits));
    }

    private Decision decision(
            ImmutableList<ImmutableSortedMap<String, FactValue>> rows, ImmutableList<Integer> hits) {
        TraceStep trace = TraceStep.of("decision-table " + table.id(), text(rows))
                .with("policy", table.hitPolicy().text()
                        + table.aggregator().map(a -> " " + a.text()).orElse(""));
        for (DecisionInput input : table.inputs()) {
            trace = trace.with(
                    "input " + input.field(),
                    facts.find(input.field()).map(FactValue::text).orElse("unknown"));
        }
        for (int hit : hits) {
            DecisionRule rule = table.rules().get(hit);
            trace = trace.from(TraceStep.of(
                            "rule " + (hit + 1), rule.values().collect(FactValue::text).makeString(", "))
                    .with("cells", rule.cells().makeString(" | ")));
        }
        return new Decision(rows, hits.collect(i -> i + 1), trace);
    }

    private String text(ImmutableList<ImmutableSortedMap<String, FactValue>> rows) {
        return rows.collect(row -> table.outputs()
                        .collect(output -> row.get(output.name()).text())
                        .makeString(", "))
                .makeString("; ");
    }
}
