package dev.erpkit.testkit.cases;

import dev.erpkit.crm.behaviour.Lifetime;
import dev.erpkit.crm.behaviour.LogRank;
import dev.erpkit.crm.behaviour.Survival;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Customers who left or were last seen: survival by group, and whether groups differ. */
final class ChurnReader {
    private final Case current;
    private final MutableMap<String, ImmutableList<Lifetime>> groups = Maps.mutable.empty();
    private final ImmutableList<String> order;

    private ChurnReader(Case current) {
        this.current = current;
        Field given = current.given().find("groups").filter(Field::isObject).orElse(current.given());
        this.order = given.names().select(name -> isGroup(given.at(name)));
        order.forEach(name -> groups.put(name, lifetimes(given.at(name))));
        if (groups.isEmpty() && durations(current.given()).isPresent()) {
            groups.put("", lifetimes(current.given()));
        }
        if (groups.isEmpty()) {
            throw new UnsupportedCaseException("no lifetimes");
        }
    }

    static void run(Case current) {
        new ChurnReader(current).check();
    }

    private static boolean isGroup(Field field) {
        if (field.isObject()) {
            return durations(field).isPresent();
        }
        return field.isList()
                && !field.elements().isEmpty()
                && field.elements()
                        .allSatisfy(row -> row.isObject() && time(row).isPresent());
    }

    private static Optional<Field> time(Field row) {
        return row.find("t").or(() -> row.find("time")).or(() -> row.find("duration"));
    }

    private static Optional<Field> durations(Field field) {
        return field.find("durations")
                .or(() -> field.find("T"))
                .or(() -> field.find("times"))
                .filter(Field::isList);
    }

    private static ImmutableList<Lifetime> lifetimes(Field field) {
        if (field.isList()) {
            return field.elements()
                    .collect(row -> new Lifetime(
                            time(row).orElseThrow().decimal().doubleValue(),
                            row.find("event")
                                    .or(() -> row.find("observed"))
                                    .or(() -> row.find("left"))
                                    .map(ChurnReader::happened)
                                    .orElse(true)));
        }
        ImmutableList<Field> times = durations(field).orElseThrow().elements();
        Optional<ImmutableList<Field>> events = field.find("events")
                .or(() -> field.find("E"))
                .or(() -> field.find("observed"))
                .map(Field::elements);
        return times.collectWithIndex((time, i) -> new Lifetime(
                time.decimal().doubleValue(),
                events.map(all -> happened(all.get(i))).orElse(true)));
    }

    private static boolean happened(Field event) {
        return event.text().equals("1") || event.text().equals("true");
    }

    private void check() {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (groups.containsKey(name)) {
                survival(Survival.of(groups.get(name)), expected);
            } else if (name.startsWith("logrank") || name.startsWith("log_rank")) {
                logRank(name, expected);
            } else if (name.equals("p") || name.equals("p_value") || name.equals("chi2")) {
                logRank(name, expected);
            } else if (groups.size() == 1) {
                figure(Survival.of(groups.getAny()), name, expected);
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private void logRank(String name, Field expected) {
        if (order.size() < 2) {
            throw new UnsupportedCaseException("one group");
        }
        LogRank test = LogRank.of(order.collect(groups::get));
        if (expected.isObject()) {
            expected.names().forEach(part -> logRank("logrank_" + part, expected.at(part)));
        } else if (name.endsWith("p") || name.endsWith("p_value")) {
            current.differences().near(expected, test.p());
        } else if (name.endsWith("statistic") || name.endsWith("chi2")) {
            current.differences().near(expected, test.statistic());
        } else {
            throw new UnsupportedCaseException(expected.path());
        }
    }

    private void survival(Survival survival, Field expected) {
        for (String name : expected.names()) {
            if (name.matches("[0-9.]+")) {
                current.differences().near(expected.at(name), survival.at(Double.parseDouble(name)));
            } else {
                figure(survival, name, expected.at(name));
            }
        }
    }

    private void figure(Survival survival, String name, Field expected) {
        switch (name) {
            case "survival", "S", "km" -> {
                if (expected.isList()) {
                    list(survival, expected);
                } else {
                    survival(survival, expected);
                }
            }
            case "median" -> {
                double median = survival.median().orElse(Double.POSITIVE_INFINITY);
                if (Double.isInfinite(median)) {
                    current.differences().holds(expected, expected.text().matches("null|inf.*|Infinity"));
                } else {
                    current.differences().near(expected, median);
                }
            }
            default -> {
                if (!name.matches("[0-9.]+")) {
                    throw new UnsupportedCaseException(expected.path());
                }
                current.differences().near(expected, survival.at(Double.parseDouble(name)));
            }
        }
    }

    /** One for each time; a list that is longer begins with everybody. */
    private void list(Survival survival, Field expected) {
        ImmutableList<Field> all = expected.elements();
        Optional<Field> times = current.given().find("at").filter(Field::isList);
        if (times.isPresent()) {
            ImmutableList<Field> at = times.get().elements();
            current.differences().same(expected, all.size(), at.size());
            all.zip(at)
                    .forEach(pair -> current.differences()
                            .near(
                                    pair.getOne(),
                                    survival.at(pair.getTwo().decimal().doubleValue())));
            return;
        }
        int before = all.size() - survival.steps().size();
        if (before < 0 || before > 1) {
            throw new UnsupportedCaseException(expected.path());
        }
        all.forEachWithIndex((field, i) -> current.differences()
                .near(field, i < before ? 1 : survival.steps().get(i - before).survival()));
    }
}
