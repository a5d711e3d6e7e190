package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.campaign.Attribution;
import dev.erpkit.crm.campaign.AttributionModel;
import dev.erpkit.crm.campaign.MarkovChain;
import dev.erpkit.crm.campaign.TouchPath;
import dev.erpkit.crm.campaign.TouchPath.Touch;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Paths of touches and what each channel is credited with by several rules. */
final class AttributionReader {
    private final Case current;
    private final ImmutableList<TouchPath> paths;

    private AttributionReader(Case current) {
        this.current = current;
        this.paths = current.given()
                .find("paths")
                .filter(Field::isList)
                .map(Field::elements)
                .or(() -> single(current))
                .orElseThrow(() -> new UnsupportedCaseException("no paths"))
                .collect(AttributionReader::path);
        current.given().find("order").filter(order -> !order.text().equals("1")).ifPresent(order -> {
            throw new UnsupportedCaseException("a chain of order " + order.text());
        });
    }

    /** A case of one path. */
    private static Optional<ImmutableList<Field>> single(Case current) {
        boolean path = current.given().find("path").filter(Field::isList).isPresent()
                || current.given().find("touches").filter(Field::isList).isPresent();
        return path ? Optional.of(Lists.immutable.of(current.given())) : Optional.empty();
    }

    /** The rule that a case names beside its paths. */
    private Optional<String> rule() {
        return Lists.immutable
                .of("rule", "model", "method")
                .collect(name -> current.given().find(name).map(Field::text))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found);
    }

    static void run(Case current) {
        new AttributionReader(current).check();
    }

    private static TouchPath path(Field path) {
        ImmutableList<Touch> touches = touches(path);
        BigDecimal conversions = number(path, "conversions", "total_conversions", "converted")
                .orElseGet(() -> path.has("value") ? BigDecimal.ONE : BigDecimal.ZERO);
        BigDecimal lost =
                number(path, "no_conversion", "no_conversions", "null", "lost").orElse(BigDecimal.ZERO);
        BigDecimal value = number(path, "value", "conversion_value", "revenue").orElse(conversions);
        return new TouchPath(touches, Rational.of(value), conversions.longValueExact(), lost.longValueExact());
    }

    private static ImmutableList<Touch> touches(Field path) {
        Field list =
                path.has("path") ? path.at("path") : path.has("channels") ? path.at("channels") : path.at("touches");
        ImmutableList<Field> elements = list.isList() ? list.elements() : Lists.immutable.empty();
        ImmutableList<BigDecimal> days = path.find("days_before")
                .or(() -> path.find("days"))
                .map(field -> field.elements().collect(Field::decimal))
                .orElse(Lists.immutable.empty());
        if (!list.isList()) {
            return Lists.immutable
                    .of(list.text().split("\\s*>\\s*"))
                    .collectWithIndex((channel, i) -> touch(channel, i, days));
        }
        return elements.collectWithIndex((field, i) -> field.isObject()
                ? new Touch(
                        field.at("channel").text(),
                        Rational.of(
                                number(field, "days_before", "days", "age_days").orElse(BigDecimal.ZERO)))
                : touch(field.text(), i, days));
    }

    private static Touch touch(String channel, int position, ImmutableList<BigDecimal> days) {
        return new Touch(channel, days.isEmpty() ? Rational.ZERO : Rational.of(days.get(position)));
    }

    private static Optional<BigDecimal> number(Field field, String... names) {
        return Lists.immutable
                .of(names)
                .collect(name -> field.find(name).map(Field::decimal))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found);
    }

    private void check() {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "total", "sum" ->
                    near(
                            expected,
                            Attribution.of(new AttributionModel.Linear(), paths).total());
                case "removal_effect", "removal_effects", "removal" ->
                    expected.names()
                            .forEach(channel -> near(
                                    expected.at(channel),
                                    MarkovChain.of(paths).removalEffects().getOrDefault(channel, Rational.ZERO)));
                case "conversion_probability", "p_conversion", "conversion_rate" ->
                    near(expected, MarkovChain.of(paths).conversion());
                case "transitions", "transition", "transition_probabilities" ->
                    expected.names().forEach(move -> transition(move, expected.at(move)));
                case "credit", "credits", "attribution" ->
                    credits(model(rule().orElseGet(this::only), expected), expected);
                default -> {
                    rule();
                    credits(model(name, expected), expected);
                }
            }
        }
    }

    /** Without a rule, what else is given tells it. */
    private String only() {
        if (current.given().has("half_life_days") || current.given().has("half_life")) {
            return "time_decay";
        }
        throw new UnsupportedCaseException("no rule");
    }

    private void transition(String move, Field expected) {
        if (expected.isObject()) {
            expected.names().forEach(to -> near(expected.at(to), chance(move, to)));
            return;
        }
        String[] ends = move.split("\\s*(->|>|→)\\s*");
        if (ends.length != 2) {
            throw new UnsupportedCaseException(expected.path());
        }
        near(expected, chance(ends[0], ends[1]));
    }

    private Rational chance(String from, String to) {
        if (to.contains("conv") || to.contains("null")) {
            throw new UnsupportedCaseException("transition to " + to);
        }
        return MarkovChain.of(paths)
                .transition(from.replace("(", "").replace(")", "").equals("start") ? "" : from, to);
    }

    private AttributionModel model(String name, Field at) {
        return switch (name.replace('-', '_')) {
            case "first", "first_touch", "first_click" -> new AttributionModel.First();
            case "last", "last_touch", "last_click" -> new AttributionModel.Last();
            case "last_non_direct", "last_non_direct_click" -> new AttributionModel.LastOther("direct");
            case "linear", "even" -> new AttributionModel.Linear();
            case "position", "position_based", "u_shaped" -> position();
            case "time_decay", "decay" ->
                new AttributionModel.TimeDecay(Rational.of(number(current.given(), "half_life_days", "half_life")
                        .orElseThrow(() -> new UnsupportedCaseException("no half life"))));
            case "markov" -> new AttributionModel.Markov();
            case "shapley" -> new AttributionModel.Shapley();
            default -> throw new UnsupportedCaseException(at.path());
        };
    }

    private AttributionModel position() {
        return current.given()
                .find("weights")
                .or(() -> current.given().find("shares"))
                .map(shares -> {
                    ImmutableList<Field> all = shares.elements();
                    all.forEach(Field::decimal);
                    return (AttributionModel) new AttributionModel.Position(
                            Rational.of(all.getFirst().decimal()),
                            Rational.of(all.getLast().decimal()));
                })
                .orElseGet(AttributionModel::position);
    }

    /** A channel that is not named is credited with nothing. */
    private void credits(AttributionModel model, Field expected) {
        Attribution attribution = Attribution.of(model, paths);
        expected.names().forEach(channel -> near(expected.at(channel), attribution.credit(channel)));
        ImmutableList<String> others =
                Lists.immutable.withAll(attribution.credits().keysView()).reject(expected::has);
        current.differences().same(expected, Lists.immutable.empty(), others);
    }

    private void near(Field expected, Rational actual) {
        current.differences().near(expected, MatchingReaders.decimal(actual).doubleValue());
    }
}
