package dev.erpkit.testkit.cases;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.decision.Aggregator;
import dev.erpkit.core.decision.Cell;
import dev.erpkit.core.decision.Decision;
import dev.erpkit.core.decision.DecisionInput;
import dev.erpkit.core.decision.DecisionOutput;
import dev.erpkit.core.decision.DecisionRule;
import dev.erpkit.core.decision.DecisionTable;
import dev.erpkit.core.decision.HitPolicy;
import dev.erpkit.core.outcome.Outcome;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** Decision tables in the cells of FEEL, and arithmetic over what they say. */
final class DecisionReader {
    private final Case current;
    private final MutableMap<String, Field> decisions = Maps.mutable.empty();
    private Facts facts = Facts.none();

    private DecisionReader(Case current) {
        this.current = current;
    }

    static void run(Case current) {
        if (!current.given().has("decisions") || !current.given().has("input")) {
            throw new UnsupportedCaseException("no decisions");
        }
        DecisionReader reader = new DecisionReader(current);
        current.given()
                .at("decisions")
                .elements()
                .forEach(one -> reader.decisions.put(one.at("name").text(), one));
        Field input = current.given().at("input");
        for (String name : input.names()) {
            Field value = input.at(name);
            if (!value.isText() && value.text().equals("null")) {
                continue;
            }
            reader.facts = reader.facts.with(name, value(value));
        }
        for (String name : current.expect().names()) {
            reader.check(current.expect().at(name), name);
        }
        // decisions of the same model that nothing asks for are read and so known to be sound
        reader.decisions.forEachValue(one -> {
            if (one.has("hitPolicy")) {
                reader.table(one);
            } else {
                one.at("literal").text();
            }
        });
    }

    private static FactValue value(Field field) {
        if (field.isText()) {
            return field.text().matches("\\d{4}-\\d{2}-\\d{2}")
                    ? FactValue.of(field.date())
                    : FactValue.of(field.text());
        }
        return field.text().matches("true|false") ? FactValue.of(field.truth()) : FactValue.of(field.decimal());
    }

    private void check(Field expected, String name) {
        Field decision = decisions.get(name);
        if (decision == null) {
            throw new UnsupportedCaseException(expected.path() + " is no decision");
        }
        if (!decision.has("hitPolicy")) {
            FactValue value = new LiteralExpression(decision.at("literal").text(), this::named).value();
            current.differences().same(expected, value(expected), value);
            return;
        }
        DecisionTable table = table(decision);
        Outcome<Decision> outcome = table.decide(facts);
        boolean nothing = outcome.map(one -> one.rows().isEmpty()).equals(Outcome.accepted(true));
        if (!expected.isList()
                && !expected.isObject()
                && !expected.isText()
                && expected.text().equals("null")) {
            current.differences().holds(expected, !outcome.isAccepted() || nothing);
            return;
        }
        ImmutableList<ImmutableSortedMap<String, FactValue>> rows =
                outcome.orElseThrow().rows();
        boolean list = expected.isList();
        ImmutableList<Field> wanted = list ? expected.elements() : Lists.immutable.of(expected);
        current.differences().same(expected, wanted.size(), rows.size());
        for (int i = 0; i < Math.min(wanted.size(), rows.size()); i++) {
            row(wanted.get(i), rows.get(i));
        }
    }

    private void row(Field expected, ImmutableSortedMap<String, FactValue> row) {
        if (!expected.isObject()) {
            current.differences().same(expected, value(expected), row.getOnly());
            return;
        }
        current.differences()
                .same(expected, expected.names().toSet(), row.keysView().toSet());
        for (String name : expected.names()) {
            current.differences().same(expected.at(name), value(expected.at(name)), row.get(name));
        }
    }

    /** What an expression knows by name: a decision, or an input. */
    private FactValue named(String name) {
        Field decision = decisions.get(name);
        if (decision == null) {
            return facts.find(name).orElseThrow(() -> new UnsupportedCaseException("no " + name));
        }
        return decision.has("hitPolicy")
                ? table(decision)
                        .decide(facts)
                        .orElseThrow()
                        .rows()
                        .getFirstOptional()
                        .map(ImmutableSortedMap::getOnly)
                        .orElseThrow(() -> new UnsupportedCaseException(name + " says nothing"))
                : new LiteralExpression(decision.at("literal").text(), this::named).value();
    }

    private DecisionTable table(Field of) {
        String policy = of.at("hitPolicy").text().toLowerCase(Locale.ROOT).replace(' ', '-');
        DecisionTable.Builder table = DecisionTable.builder();
        table.id(of.at("name").text()).hitPolicy(HitPolicy.parse(policy));
        of.find("aggregation")
                .filter(field -> !field.text().equals("null"))
                .ifPresent(field ->
                        table.aggregator(Aggregator.valueOf(field.text().toUpperCase(Locale.ROOT))));
        for (Field input : of.at("inputs").elements()) {
            ImmutableList<Field> parts = input.elements();
            Cell allowed = parts.size() > 1 && !parts.get(1).text().equals("null")
                    ? Cell.parse(parts.get(1).text())
                    : Cell.anything();
            table.input(new DecisionInput(parts.get(0).text(), allowed));
        }
        of.at("outputs").elements().forEach(output -> table.output(output(output)));
        for (Field rule : of.at("rules").elements()) {
            ImmutableList<ImmutableList<String>> sides =
                    rule.elements().collect(side -> side.elements().collect(Field::text));
            table.rule(DecisionRule.when(sides.get(0).toArray(new String[0]))
                    .then(sides.get(1).toArray(new String[0])));
        }
        return table.build();
    }

    /** The values of an output: a list is their order, a single one what holds where no rule matches. */
    private static DecisionOutput output(Field of) {
        String name = of.at("name").text();
        MutableList<FactValue> order = Lists.mutable.empty();
        Optional<FactValue> fallback = Optional.empty();
        for (Field values : of.at("values").elements()) {
            ImmutableList<FactValue> read = Cell.parse(values.text())
                    .ranges()
                    .collect(range -> range.low().orElseThrow());
            if (read.size() == 1) {
                fallback = Optional.of(read.getOnly());
            } else {
                order.addAllIterable(read);
            }
        }
        return new DecisionOutput(name.equals("null") ? "" : name, order.toImmutable(), fallback);
    }
}
