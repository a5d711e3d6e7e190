package dev.erpkit.testkit.cases;

import dev.erpkit.crm.behaviour.BgBb;
import dev.erpkit.crm.behaviour.BgNbd;
import dev.erpkit.crm.behaviour.GammaGamma;
import dev.erpkit.crm.behaviour.ParetoNbd;
import dev.erpkit.crm.behaviour.RepeatModel;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** Models of repeat buying and of value: their parameters over public data, and what they expect of customers. */
final class LifetimeReader {
    private final Case current;
    private final Optional<ImmutableList<Double>> named;

    private LifetimeReader(Case current) {
        this.current = current;
        this.named = current.given()
                .find("params")
                .or(() -> current.given().find("parameters"))
                .map(params -> params.isObject()
                        ? params.names()
                                .collect(name -> params.at(name).decimal().doubleValue())
                        : params.elements().collect(p -> p.decimal().doubleValue()))
                .or(() -> byName(current.given()));
        current.given().find("data").ifPresent(LifetimeReader::known);
    }

    /** Parameters that stand beside the other facts. */
    private static Optional<ImmutableList<Double>> byName(Field given) {
        for (ImmutableList<String> names : Lists.immutable.of(
                Lists.immutable.of("r", "alpha", "a", "b"),
                Lists.immutable.of("r", "alpha", "s", "beta"),
                Lists.immutable.of("alpha", "beta", "gamma", "delta"),
                Lists.immutable.of("p", "q", "v"))) {
            if (names.allSatisfy(given::has)) {
                return Optional.of(
                        names.collect(name -> given.at(name).decimal().doubleValue()));
            }
        }
        return Optional.empty();
    }

    private static void known(Field data) {
        if (!data.text().matches("(data/)?(cdnow|donations).*")) {
            throw new UnsupportedCaseException(data.path());
        }
    }

    static void run(Case current) {
        String model = current.given()
                .find("model")
                .orElseThrow(() -> new UnsupportedCaseException("no model"))
                .text();
        LifetimeReader reader = new LifetimeReader(current);
        if (model.startsWith("BG/NBD")) {
            reader.repeat(reader.bgNbd());
        } else if (model.startsWith("Pareto/NBD")) {
            reader.repeat(reader.paretoNbd());
        } else if (model.startsWith("Gamma-Gamma")) {
            reader.gammaGamma();
        } else if (model.startsWith("BG/BB")) {
            reader.bgBb();
        } else {
            throw new UnsupportedCaseException("model " + model);
        }
    }

    private BgNbd bgNbd() {
        return named.map(p -> new BgNbd(p.get(0), p.get(1), p.get(2), p.get(3)))
                .orElseGet(() -> BgNbd.fit(PurchaseCases.customers()).orElseThrow());
    }

    private ParetoNbd paretoNbd() {
        return named.map(p -> new ParetoNbd(p.get(0), p.get(1), p.get(2), p.get(3)))
                .orElseGet(() -> ParetoNbd.fit(PurchaseCases.customers()).orElseThrow());
    }

    private void repeat(RepeatModel model) {
        ImmutableMap<String, Double> parameters = model instanceof BgNbd m
                ? Maps.immutable.of("r", m.r(), "alpha", m.alpha(), "a", m.a(), "b", m.b())
                : parameters((ParetoNbd) model);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (parameters.containsKey(name)) {
                estimate(expected, parameters.get(name));
                continue;
            }
            switch (name) {
                case "expected", "expected_purchases", "conditional_expected", "purchases" ->
                    figures(
                            expected,
                            of -> has(of, "x", "frequency")
                                    ? model.expected(time(of), x(of), recency(of), age(of))
                                    : model.expected(time(of)));
                case "p_alive", "alive", "probability_alive" ->
                    figures(expected, of -> model.alive(x(of), recency(of), age(of)));
                case "log_likelihood", "ll" ->
                    estimate(
                            expected,
                            model instanceof BgNbd m
                                    ? m.logLikelihood(PurchaseCases.customers())
                                    : ((ParetoNbd) model).logLikelihood(PurchaseCases.customers()));
                case "pmf", "probability", "probabilities" ->
                    figures(expected, of -> {
                        if (model instanceof BgNbd m) {
                            return m.probability((int) number(of, "n", "purchases"), time(of));
                        }
                        throw new UnsupportedCaseException(expected.path());
                    });
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static ImmutableMap<String, Double> parameters(ParetoNbd m) {
        return Maps.immutable.of("r", m.r(), "alpha", m.alpha(), "s", m.s(), "beta", m.beta());
    }

    private void gammaGamma() {
        GammaGamma model = named.map(p -> new GammaGamma(p.get(0), p.get(1), p.get(2)))
                .orElseGet(() -> GammaGamma.fit(PurchaseCases.spending()).orElseThrow());
        ImmutableMap<String, Double> parameters = Maps.immutable.of("p", model.p(), "q", model.q(), "v", model.v());
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (parameters.containsKey(name)) {
                estimate(expected, parameters.get(name));
                continue;
            }
            switch (name) {
                case "expected", "expected_value", "mean_profit", "expected_average_profit", "average_profit" ->
                    spending(expected, model);
                case "population_mean", "mean" -> estimate(expected, model.populationMean());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** Of the customers of the case, or of the first ones of the data. */
    private void spending(Field expected, GammaGamma model) {
        if (expected.isList() && !current.given().has("customers")) {
            expected.elements().forEachWithIndex((field, i) -> {
                var customer = PurchaseCases.spending().get(i);
                estimate(field, model.expectedValue(customer.frequency(), customer.meanValue()));
            });
            return;
        }
        figures(
                expected,
                of -> model.expectedValue(x(of), number(of, "mean", "m", "zbar", "mean_value", "monetary_value")));
    }

    private void bgBb() {
        BgBb model = named.map(p -> new BgBb(p.get(0), p.get(1), p.get(2), p.get(3)))
                .orElseGet(() -> BgBb.fit(PurchaseCases.donations()).orElseThrow());
        ImmutableMap<String, Double> parameters = Maps.immutable.of(
                "alpha", model.alpha(), "beta", model.beta(), "gamma", model.gamma(), "delta", model.delta());
        int later = current.given()
                .find("next_period")
                .or(() -> current.given().find("next_periods"))
                .or(() -> current.given().find("periods"))
                .map(field -> field.decimal().intValueExact())
                .orElse(0);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (parameters.containsKey(name)) {
                estimate(expected, parameters.get(name));
                continue;
            }
            switch (name) {
                case "p_alive", "alive", "probability_alive" ->
                    figures(expected, of -> model.alive(later, x(of), (int) recency(of), (int) number(of, "n", "T")));
                case "expected", "expected_purchases" ->
                    figures(
                            expected,
                            of -> model.expected(later, x(of), (int) recency(of), (int) number(of, "n", "T")));
                case "log_likelihood", "ll" -> estimate(expected, model.logLikelihood(PurchaseCases.donations()));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** A figure of the one customer of the case, or one for each of several customers or times. */
    private void figures(Field expected, ToDoubleFunction<Field> figure) {
        if (!expected.isList()) {
            estimate(expected, figure.applyAsDouble(current.given()));
            return;
        }
        Field list = Lists.immutable
                .of("customers", "times", "t")
                .collect(name -> current.given().find(name))
                .select(Optional::isPresent)
                .collect(Optional::orElseThrow)
                .detectOptional(Field::isList)
                .orElseThrow(() -> new UnsupportedCaseException("nobody to compute for"));
        ImmutableList<Field> of = list.elements();
        ImmutableList<Field> all = expected.elements();
        if (of.size() != all.size()) {
            throw new UnsupportedCaseException("customers and figures differ in number");
        }
        all.forEachWithIndex((field, i) -> estimate(field, figure.applyAsDouble(of.get(i))));
    }

    /** Published fits stop early: a thousandth either way is the same. */
    private void estimate(Field expected, double actual) {
        double published = expected.decimal().doubleValue();
        if (Math.abs(actual - published) > Math.abs(published) / 1_000) {
            current.differences().near(expected, actual);
        }
    }

    private int x(Field of) {
        return (int) number(of, "x", "frequency");
    }

    private double recency(Field of) {
        return number(of, "t_x", "recency");
    }

    private double age(Field of) {
        return number(of, "T", "age");
    }

    /** A time stands by itself in a list of times, beside the customer, or beside all customers. */
    private double time(Field of) {
        return of.isObject() ? number(of, "t", "time", "periods") : of.decimal().doubleValue();
    }

    private boolean has(Field of, String... names) {
        return of.isObject() && Lists.immutable.of(names).anySatisfy(of::has)
                || Lists.immutable.of(names).anySatisfy(current.given()::has);
    }

    private double number(Field of, String... names) {
        return Lists.immutable
                .of(names)
                .flatCollect(name -> Lists.immutable.of(
                        of.isObject() ? of.find(name) : Optional.<Field>empty(),
                        current.given().find(name)))
                .select(Optional::isPresent)
                .collect(Optional::orElseThrow)
                .detectOptional(field -> !field.isList() && !field.isObject())
                .map(field -> field.decimal().doubleValue())
                .orElseThrow(() -> new UnsupportedCaseException("no " + names[0]));
    }
}
