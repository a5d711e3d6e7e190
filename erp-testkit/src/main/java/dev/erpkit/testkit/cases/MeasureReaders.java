package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.behaviour.ProportionTest;
import dev.erpkit.crm.behaviour.Purchase;
import dev.erpkit.crm.behaviour.RfmScore;
import dev.erpkit.crm.behaviour.port.PurchaseHistory;
import dev.erpkit.crm.campaign.CampaignResult;
import dev.erpkit.crm.sales.price.PriceEntry;
import dev.erpkit.crm.sales.price.PriceList;
import dev.erpkit.crm.sales.price.PriceLists;
import dev.erpkit.crm.sales.price.PriceQuestion;
import dev.erpkit.crm.scoring.Calibration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Small measures of customers and campaigns: results, tests of two arms, calibration, classes of customers, prices by quantity. */
final class MeasureReaders {
    private static final CurrencyUnit CURRENCY = Amounts.currency("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final double ALPHA = 0.05;
    private static final double POWER = 0.8;

    private MeasureReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                MeasureReaders::campaign,
                MeasureReaders::arms,
                MeasureReaders::sampleSize,
                MeasureReaders::calibration,
                MeasureReaders::classes,
                MeasureReaders::price);
    }

    private static double number(Optional<Rational> exact, Field asked) {
        return exact.map(r -> MatchingReaders.decimal(r).doubleValue())
                .orElseThrow(() -> new UnsupportedCaseException(asked.path() + " of nothing"));
    }

    static void campaign(Case current) {
        Alias given = new Alias(current.given());
        CampaignResult result = new CampaignResult(
                Amounts.of(given.need("cost", "spent").decimal(), CURRENCY),
                Amounts.of(given.any("revenue", "value").map(Field::decimal).orElse(BigDecimal.ZERO), CURRENCY),
                given.any("sent", "reached").map(RuleTexts::whole).orElse(0),
                given.any("responses", "responded", "conversions")
                        .map(RuleTexts::whole)
                        .orElse(0));
        given.nothingElse();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            double actual = switch (name) {
                case "roi", "return_on_cost" -> number(result.returnOnCost(), expected);
                case "roi_percent" -> 100 * number(result.returnOnCost(), expected);
                case "response_rate" -> number(result.responseRate(), expected);
                case "cost_per_response", "cost_per_conversion", "cpa" -> number(result.costPerResponse(), expected);
                default -> throw new UnsupportedCaseException(expected.path());
            };
            current.differences().near(expected, actual);
        }
    }

    private static int[] arm(Field arm) {
        Alias one = new Alias(arm);
        int[] counts = {
            RuleTexts.whole(one.need("conversions", "responses", "successes", "x")),
            RuleTexts.whole(one.need("n", "size", "sent", "visitors"))
        };
        one.nothingElse();
        return counts;
    }

    /** Two arms of a test and whether they differ. */
    static void arms(Case current) {
        Alias given = new Alias(current.given());
        int[] one = arm(given.need("a", "A", "control"));
        int[] other = arm(given.need("b", "B", "variant", "treatment"));
        given.nothingElse();
        ProportionTest test = ProportionTest.of(one[0], one[1], other[0], other[1]);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                // which arm is the first is a matter of taste
                case "z" ->
                    current.differences()
                            .near(
                                    expected,
                                    Math.copySign(test.z(), expected.decimal().signum()));
                case "p", "p_value" -> current.differences().near(expected, test.p());
                case "significant" -> current.differences().same(expected, expected.truth(), test.p() < ALPHA);
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    static void sampleSize(Case current) {
        Alias given = new Alias(current.given());
        double base = given.need("base_rate", "baseline", "p1").decimal().doubleValue();
        double other = given.any("other_rate", "target_rate", "p2")
                .map(field -> field.decimal().doubleValue())
                .orElseGet(() -> base
                        + given.need("lift", "effect", "minimum_effect")
                                .decimal()
                                .doubleValue());
        double alpha = given.any("alpha").map(f -> f.decimal().doubleValue()).orElse(ALPHA);
        double power = given.any("power").map(f -> f.decimal().doubleValue()).orElse(POWER);
        given.nothingElse();
        Alias expect = new Alias(current.expect());
        current.differences()
                .number(
                        expect.need("sample_per_arm", "per_arm", "n", "sample_size"),
                        ProportionTest.perArm(base, other, alpha, power));
        expect.nothingElse();
    }

    /** Scores against what became of the leads. */
    static void calibration(Case current) {
        Alias given = new Alias(current.given());
        ImmutableList<Field> scores = given.need("scores", "probabilities").elements();
        ImmutableList<Field> won = given.need("won", "outcomes", "events").elements();
        int bins = given.any("bins").map(RuleTexts::whole).orElse(10);
        given.nothingElse();
        if (scores.size() != won.size()) {
            throw new UnsupportedCaseException("scores and outcomes differ in number");
        }
        boolean percent = scores.anySatisfy(score -> score.decimal().compareTo(BigDecimal.ONE) > 0);
        Calibration calibration = Calibration.of(
                scores.zip(won)
                        .collect(pair -> new Calibration.Scored(
                                pair.getOne().decimal().doubleValue() / (percent ? 100 : 1),
                                pair.getTwo().text().matches("1|true|won"))),
                bins);
        Alias expect = new Alias(current.expect());
        current.differences().near(expect.need("brier", "brier_score"), calibration.brier());
        expect.nothingElse();
    }

    /** Recency, frequency and monetary value of customers, and their classes. */
    static void classes(Case current) {
        Alias given = new Alias(current.given());
        int classes = RuleTexts.whole(given.need("quantiles", "bins", "classes"));
        ImmutableList<Field> rows = given.need("customers", "rows").elements();
        given.nothingElse();
        MutableList<Purchase> purchases = Lists.mutable.empty();
        rows.forEach(row -> purchases.addAllIterable(purchases(row)));
        ImmutableList<RfmScore> scores = RfmScore.of(PurchaseHistory.of(purchases.toImmutable()), DAY, classes);
        Field expect = current.expect().find("scores").orElse(current.expect());
        for (String id : expect.names()) {
            RfmScore score = scores.detectOptional(s -> s.customer().value().equals(id))
                    .orElseThrow(() -> new UnsupportedCaseException("no customer " + id));
            score(current, expect.at(id), score);
        }
    }

    private static void score(Case current, Field expected, RfmScore score) {
        if (!expected.isObject()) {
            String said = expected.text().replaceAll("\\D", "");
            current.differences().same(expected, said, score.text().replace("-", ""));
            return;
        }
        Alias one = new Alias(expected);
        one.any("r", "R", "recency").ifPresent(field -> current.differences().number(field, score.recency()));
        one.any("f", "F", "frequency").ifPresent(field -> current.differences().number(field, score.frequency()));
        one.any("m", "M", "monetary").ifPresent(field -> current.differences().number(field, score.monetary()));
        one.any("score", "rfm").ifPresent(field -> score(current, field, score));
        one.nothingElse();
    }

    /** So many purchases on days of their own of which the last was so long ago, all the money with the last. */
    private static ImmutableList<Purchase> purchases(Field row) {
        Alias one = new Alias(row);
        PartyId id = PartyId.of(one.need("id", "customer").text());
        int since = RuleTexts.whole(one.need("recency", "recency_days", "days_since", "r"));
        int times = RuleTexts.whole(one.need("frequency", "orders", "purchases", "f"));
        double spent = one.need("monetary", "total", "value", "m").decimal().doubleValue();
        one.nothingElse();
        MutableList<Purchase> purchases = Lists.mutable.empty();
        for (int i = 0; i < times; i++) {
            purchases.add(new Purchase(id, DAY.minusDays(since + (long) i), i == 0 ? spent : 0));
        }
        return purchases.toImmutable();
    }

    /** A price that depends on the quantity. */
    static void price(Case current) {
        Alias given = new Alias(current.given());
        PriceList.Builder list = PriceList.builder();
        list.id("list").currency(CURRENCY);
        for (Field row : given.need("price_list", "price_breaks", "tiers").elements()) {
            Alias entry = new Alias(row);
            list.add(PriceEntry.from(
                    "item",
                    entry.any("min_quantity", "from", "quantity")
                            .map(Field::text)
                            .orElse("0"),
                    Amounts.of(entry.need("price", "unit_price").decimal(), CURRENCY)));
            entry.nothingElse();
        }
        Rational quantity = Rational.of(given.need("quantity", "qty").decimal());
        given.nothingElse();
        Rational price = Rational.of(Amounts.decimal(new PriceLists(Lists.immutable.of(list.build()))
                .price(new PriceQuestion(
                        "item", quantity, DAY, CURRENCY, PartyId.of("customer"), Sets.immutable.empty()))
                .orElseThrow()
                .entry()
                .price()));
        Alias expect = new Alias(current.expect());
        expect.any("price", "unit_price").ifPresent(field -> HourWords.figure(current, field, price));
        expect.any("net", "amount", "total")
                .ifPresent(field -> HourWords.figure(current, field, price.multiply(quantity)));
        expect.nothingElse();
    }
}
