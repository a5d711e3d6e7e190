package dev.erpkit.testkit.cases;

import dev.erpkit.crm.behaviour.BasketRule;
import dev.erpkit.crm.behaviour.Baskets;
import dev.erpkit.crm.behaviour.Baskets.ItemSet;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.sorted.ImmutableSortedSet;

/** Baskets, the sets that are often bought together and the rules between them: all of them, and no other. */
final class BasketReader {
    private static final int LARGEST = 20;

    private final Case current;
    private final Baskets baskets;

    private BasketReader(Case current) {
        this.current = current;
        this.baskets = Baskets.of(current.given()
                .find("baskets")
                .or(() -> current.given().find("transactions"))
                .filter(field -> field.isList() && field.elements().allSatisfy(Field::isList))
                .orElseThrow(() -> new UnsupportedCaseException("no baskets"))
                .elements()
                .collect(basket -> basket.elements().collect(Field::text)));
    }

    static void run(Case current) {
        BasketReader reader = new BasketReader(current);
        Field expect = current.expect();
        if (expect.isList()) {
            reader.list(expect);
            return;
        }
        for (String name : expect.names()) {
            Field expected = expect.at(name);
            switch (name) {
                case "rules", "itemsets", "frequent", "frequent_itemsets" -> reader.list(expected);
                case "number_of_rules", "rule_count" ->
                    current.differences().number(expected, reader.rules().size());
                case "number_of_itemsets", "itemset_count", "count" ->
                    current.differences().number(expected, reader.sets().size());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private double threshold(String... names) {
        return Lists.immutable
                .of(names)
                .collect(name -> current.given().find(name).map(Field::decimal))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found)
                .orElse(BigDecimal.ZERO)
                .doubleValue();
    }

    private int largest() {
        int most = (int) threshold("max_len", "max_size");
        return most == 0 ? LARGEST : most;
    }

    private ImmutableList<ItemSet> sets() {
        return baskets.frequent(threshold("min_support"), largest());
    }

    private ImmutableList<BasketRule> rules() {
        ImmutableList<BasketRule> rules =
                baskets.rules(threshold("min_support"), threshold("min_confidence"), largest());
        double lift = threshold("min_lift");
        Optional<ToDoubleFunction<BasketRule>> metric =
                current.given().find("metric").map(name -> figure(name.text(), name));
        double least = threshold("min_threshold", "threshold");
        return rules.select(rule -> rule.lift() >= lift - 1e-12
                && metric.map(m -> m.applyAsDouble(rule) >= least - 1e-12).orElse(true));
    }

    private void list(Field expected) {
        ImmutableList<Field> rows = expected.elements();
        boolean rules = rows.isEmpty()
                ? current.given().has("min_confidence") || current.given().has("metric")
                : condition(rows.getFirst()).isPresent();
        int found = rules ? rules().size() : sets().size();
        current.differences().same(expected, rows.size(), found);
        rows.forEach(rules ? this::rule : this::set);
    }

    private static Optional<Field> condition(Field row) {
        return row.find("if_")
                .or(() -> row.find("if"))
                .or(() -> row.find("antecedents"))
                .or(() -> row.find("antecedent"));
    }

    private static ImmutableSortedSet<String> items(Field list) {
        return list.elements().collect(Field::text).toImmutableSortedSet();
    }

    private void rule(Field row) {
        Field then = row.find("then")
                .or(() -> row.find("consequents"))
                .or(() -> row.find("consequent"))
                .orElseThrow(() -> new UnsupportedCaseException(row.path()));
        ImmutableSortedSet<String> condition = items(condition(row).orElseThrow());
        ImmutableSortedSet<String> consequence = items(then);
        Optional<BasketRule> rule = rules().detectOptional(
                        r -> r.condition().equals(condition) && r.consequence().equals(consequence));
        current.differences().same(row, true, rule.isPresent());
        row.names().reject(name -> row.at(name).isList()).forEach(name -> {
            double actual = rule.map(r -> figure(name, row).applyAsDouble(r)).orElse(Double.NaN);
            if (Double.isInfinite(actual)) {
                current.differences().holds(row.at(name), row.at(name).text().matches("null|inf.*|Infinity"));
            } else {
                current.differences().near(row.at(name), actual);
            }
        });
    }

    private static ToDoubleFunction<BasketRule> figure(String name, Field at) {
        return switch (name) {
            case "support_if", "antecedent_support" -> BasketRule::conditionSupport;
            case "support_then", "consequent_support" -> BasketRule::consequenceSupport;
            case "support" -> BasketRule::support;
            case "confidence" -> BasketRule::confidence;
            case "lift" -> BasketRule::lift;
            case "leverage" -> BasketRule::leverage;
            case "conviction" -> BasketRule::conviction;
            case "zhang", "zhangs_metric" -> BasketRule::zhang;
            case "jaccard" -> BasketRule::jaccard;
            default -> throw new UnsupportedCaseException(at.path() + "." + name);
        };
    }

    private void set(Field row) {
        Field items = row.find("items")
                .or(() -> row.find("itemset"))
                .or(() -> row.find("itemsets"))
                .orElseThrow(() -> new UnsupportedCaseException(row.path()));
        ImmutableSortedSet<String> wanted = items(items);
        Optional<ItemSet> set = sets().detectOptional(s -> s.items().equals(wanted));
        current.differences().same(row, true, set.isPresent());
        row.find("support")
                .ifPresent(field -> current.differences()
                        .near(field, set.map(ItemSet::support).orElse(Double.NaN)));
        row.find("count")
                .ifPresent(field -> current.differences()
                        .near(field, set.map(s -> (double) s.count()).orElse(Double.NaN)));
    }
}
