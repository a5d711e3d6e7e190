package dev.erpkit.testkit.cases;

import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.Expectation;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.ForecastCategory;
import dev.erpkit.crm.pipeline.ForecastPolicy;
import dev.erpkit.crm.pipeline.SalesVelocity;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.Stage;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.pipeline.StageKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** Deals, and what a pipeline of them comes to; deals that stand still; velocity. */
final class PipelineReader {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final RoundingPolicy CENTS = RoundingPolicy.parse("half-up:2");
    private static final String RATES = "rates_to_";

    private final Case current;
    private final ImmutableList<Field> rows;
    private final CurrencyUnit base;
    private final Forecast forecast;

    private PipelineReader(Case current) {
        this.current = current;
        this.rows = current.given().at("deals").elements();
        Optional<String> rates = current.given().names().detectOptional(name -> name.startsWith(RATES));
        this.base = Amounts.currency(
                rates.map(name -> name.substring(RATES.length())).orElse("USD"));
        MemoryExchangeRates known = new MemoryExchangeRates(new MemoryUnitOfWork());
        rates.map(current.given()::at)
                .ifPresent(table -> table.names().forEach(code -> {
                    BigDecimal rate = table.at(code).decimal();
                    if (!code.equals(base.getCurrencyCode())) {
                        known.record(ExchangeRate.of(Amounts.currency(code), base, rate, RateType.SPOT, DAY));
                    }
                }));
        MutableList<Expectation> deals = Lists.mutable.empty();
        rows.forEachWithIndex((row, i) -> deals.add(deal(row, i)));
        Forecast all = Forecast.of(deals.toImmutable(), known, ForecastPolicy.in(base), DAY);
        this.forecast = new Alias(current.given())
                .any("owner", "user", "seller")
                .map(owner -> SellerId.of(owner.text()))
                .map(owner -> all.select(deal -> deal.seller().equals(owner)))
                .orElse(all);
    }

    private Expectation deal(Field row, int number) {
        Alias deal = new Alias(row);
        String stage = deal.any("stage", "status").map(Field::text).orElse("Open");
        StageKind kind = switch (stage.toLowerCase(Locale.ROOT)) {
            case "won" -> StageKind.WON;
            case "lost" -> StageKind.LOST;
            default -> StageKind.OPEN;
        };
        CurrencyUnit currency = deal.any("cur", "currency")
                .map(field -> Amounts.currency(field.text()))
                .orElse(base);
        BigDecimal amount = deal.need("value", "amount", "deal_value").decimal();
        BigDecimal probability =
                deal.any("probability", "p").map(Field::decimal).orElse(BigDecimal.ZERO);
        String owner = deal.any("owner", "seller", "user").map(Field::text).orElse("owner");
        deal.any("source").ifPresent(Field::text);
        deal.nothingElse();
        return new Expectation(
                DealId.of(String.format(Locale.ROOT, "%06d", number)),
                StageId.of(stage),
                kind,
                kind == StageKind.WON ? ForecastCategory.CLOSED : ForecastCategory.PIPELINE,
                SellerId.of(owner),
                Amounts.of(amount, currency),
                probability,
                DAY);
    }

    static void deals(Case current) {
        if (!current.given().has("deals")
                || current.given()
                        .names()
                        .anySatisfy(name -> !name.matches("deals|leads|owner|user|seller|rates_to_[A-Z]{3}"))) {
            throw new UnsupportedCaseException("no deals");
        }
        current.given().find("leads").ifPresent(Field::text);
        PipelineReader reader = new PipelineReader(current);
        for (String name : current.expect().names()) {
            reader.check(name, current.expect().at(name));
        }
    }

    private Forecast only(StageKind kind) {
        return forecast.select(deal -> deal.kind() == kind);
    }

    private void check(String name, Field expected) {
        Differences differences = current.differences();
        switch (name) {
            case "open", "ongoing" -> differences.number(expected, forecast.count(StageKind.OPEN));
            case "won" -> differences.number(expected, forecast.count(StageKind.WON));
            case "lost" -> differences.number(expected, forecast.count(StageKind.LOST));
            case "total", "counted", "count", "deals" -> differences.number(expected, forecast.counted());
            case "priced" -> differences.number(expected, forecast.priced().size());
            case "unpriced" ->
                differences.same(
                        expected,
                        expected.elements().collect(Field::text),
                        forecast.unpriced()
                                .collect(deal -> deal.amount().getCurrency().getCurrencyCode()));
            case "unweighted" -> amount(expected, forecast.unweighted());
            case "weighted" -> amount(expected, whole().weighted());
            case "forecast", "forecasted", "forecast_open", "weighted_open" ->
                amount(expected, only(StageKind.OPEN).weighted());
            case "actual", "won_value", "revenue", "won_total" -> amount(expected, forecast.worth(StageKind.WON));
            case "open_value", "ongoing_value", "pipeline_value" -> amount(expected, forecast.worth(StageKind.OPEN));
            case "lost_value" -> amount(expected, forecast.worth(StageKind.LOST));
            case "average", "average_value" -> average(expected, whole());
            case "average_open", "average_ongoing" -> average(expected, only(StageKind.OPEN));
            case "average_won" -> average(expected, only(StageKind.WON));
            case "forecast_total", "expected_revenue" -> amount(expected, forecast.weighted());
            case "win_rate" -> winRate(expected, 1);
            case "win_rate_percent" -> winRate(expected, 100);
            default -> groups(name, expected);
        }
    }

    private static double ratio(Rational exact) {
        return exact.numerator().doubleValue() / exact.denominator().doubleValue();
    }

    private static void amount(Case current, Field expected, MonetaryAmount actual) {
        current.differences().number(expected, Amounts.decimal(actual));
    }

    private void amount(Field expected, MonetaryAmount actual) {
        amount(current, expected, actual);
    }

    private void winRate(Field expected, int scale) {
        if (expected.text().equals("null")) {
            current.differences().same(expected, true, forecast.winRate().isEmpty());
            return;
        }
        current.differences()
                .estimate(
                        expected,
                        scale
                                * ratio(forecast.winRate()
                                        .orElseThrow(() -> new UnsupportedCaseException("no deal is closed"))));
    }

    private void average(Field expected, Forecast of) {
        if (expected.text().equals("null")) {
            current.differences().same(expected, true, of.average(CENTS).isEmpty());
            return;
        }
        amount(expected, of.average(CENTS).orElseThrow(() -> new UnsupportedCaseException("no deal")));
    }

    /** Of which deals a figure is: the name of the case says so where the figure's does not. */
    private Forecast whole() {
        String id = current.id().toLowerCase(Locale.ROOT);
        if (id.contains("not-lost")) {
            return forecast.select(deal -> deal.kind() != StageKind.LOST);
        }
        if (id.matches(".*\\b(open|ongoing)\\b.*")) {
            return only(StageKind.OPEN);
        }
        return id.matches(".*\\bwon\\b.*") ? only(StageKind.WON) : forecast;
    }

    private void groups(String name, Field expected) {
        String by = name.replaceFirst("^(deals_|counts?_|values?_)?by_", "");
        if (by.equals(name) && expected.isObject() && name.matches("stages?|sources?|owners?")) {
            by = name;
        }
        String field = by.replaceFirst("s$", "");
        if (!field.matches("stage|source|owner|sale|salesperson") || !expected.isObject()) {
            throw new UnsupportedCaseException(expected.path());
        }
        String column = field.matches("sale|salesperson") ? "owner" : field;
        Function<Expectation, String> group = deal ->
                rows.get(Integer.parseInt(deal.deal().value())).at(column).text();
        ImmutableMap<String, Forecast> groups = forecast.by(group);
        boolean values = name.startsWith("value");
        for (String key : expected.names()) {
            Forecast of = groups.getIfAbsentValue(key, forecast.select(deal -> false));
            Field one = expected.at(key);
            if (one.isObject()) {
                for (String figure : one.names()) {
                    switch (figure) {
                        case "count", "deals" -> current.differences().number(one.at(figure), of.counted());
                        case "value", "amount", "total" ->
                            amount(one.at(figure), of.select(d -> true).unweighted());
                        case "weighted" -> amount(one.at(figure), of.weighted());
                        default -> throw new UnsupportedCaseException(one.path());
                    }
                }
            } else if (values) {
                amount(one, of.unweighted());
            } else {
                current.differences().number(one, of.counted());
            }
        }
    }

    private static Instant instant(Field field) {
        return CaseHours.local(field).toInstant(java.time.ZoneOffset.UTC);
    }

    /** A deal that stands still, asked at several times. */
    static void rotting(Case current) {
        Alias given = new Alias(current.given());
        int threshold = given.need("stage_threshold_days", "rotting_days", "threshold_days")
                .decimal()
                .intValueExact();
        Instant since = instant(given.need("last_stage_change", "since"));
        Field asked = given.need("at", "now");
        given.nothingElse();
        Stage stage = Stage.open("stage", 50).rottingAfter(threshold);
        ImmutableList<Field> times = asked.isList() ? asked.elements() : Lists.immutable.of(asked);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            ImmutableList<Field> each = expected.isList() ? expected.elements() : Lists.immutable.of(expected);
            for (int i = 0; i < each.size(); i++) {
                OptionalLong days = stage.rottingDays(since, instant(times.get(i)));
                switch (name) {
                    case "rotting", "is_rotting" ->
                        current.differences().holds(each.get(i), each.get(i).truth() == days.isPresent());
                    case "days", "rotting_days" -> current.differences().number(each.get(i), days.orElse(0));
                    default -> throw new UnsupportedCaseException(expected.path());
                }
            }
        }
    }

    static void velocity(Case current) {
        Alias given = new Alias(current.given());
        SalesVelocity velocity = new SalesVelocity(
                given.need("open_deals", "opportunities", "deals").decimal().intValueExact(),
                Rational.of(given.need("win_rate").decimal()),
                Amounts.of(
                        given.need("average_won", "average_value", "average_deal")
                                .decimal(),
                        Amounts.currency("USD")),
                Rational.of(given.need("cycle_days", "cycle").decimal()));
        given.nothingElse();
        Field expected = current.expect()
                .find("per_day")
                .or(() -> current.expect().find("velocity"))
                .orElseThrow(() -> new UnsupportedCaseException("no velocity"));
        amount(current, expected, velocity.perDay(CENTS));
    }
}
