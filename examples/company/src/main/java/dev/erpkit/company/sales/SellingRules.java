package dev.erpkit.company.sales;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.decision.DecisionRule;
import dev.erpkit.core.decision.DecisionTable;
import dev.erpkit.core.decision.HitPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.crm.pipeline.CommissionPlan;
import dev.erpkit.crm.pipeline.CommissionPlan.Tier;
import dev.erpkit.crm.pipeline.ForecastPolicy;
import dev.erpkit.crm.pipeline.Pipeline;
import dev.erpkit.crm.pipeline.PipelineId;
import dev.erpkit.crm.pipeline.Quota;
import dev.erpkit.crm.pipeline.RateDay;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.Stage;
import dev.erpkit.crm.sales.price.PriceEntry;
import dev.erpkit.crm.sales.price.PriceList;
import dev.erpkit.crm.sales.price.PriceLists;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** How the company sells, as data. */
final class SellingRules {
    static final CurrencyUnit YEN = Amounts.currency("JPY");
    static final CurrencyUnit DOLLAR = Amounts.currency("USD");
    static final SellerId AOKI = SellerId.of("aoki");
    static final SellerId MORI = SellerId.of("mori");
    static final String SALES_MANAGER = "sales manager";
    static final PricingPolicy PRICING = PricingPolicy.of(RoundingRule.TRUNCATE);

    /** Packs to brew in cold water and grinders for cafés: what is sold on order alone. */
    static final String COLD_BREW = "COLD-BREW";

    static final String GRINDER = "GRINDER";

    static final Pipeline PIPELINE = Pipeline.builder()
            .id("wholesale")
            .add(Stage.open("lead", 10).rottingAfter(60))
            .add(Stage.open("qualified", 30).rottingAfter(60))
            .add(Stage.open("offer", 50)
                    .rottingAfter(45)
                    .enteredIf(Condition.all(Condition.known("buyer"), Condition.atLeast("amount", FactValue.of(1)))))
            .add(Stage.open("negotiation", 75).rottingAfter(30))
            .add(Stage.won("won"))
            .add(Stage.lost("lost"))
            .build();

    /** A discount beyond 5 % and a margin below 30 % take somebody who stands in for them. */
    static final QuoteSetup QUOTES = QuoteSetup.plain()
            .mostDiscount("15")
            .approvedBy(DecisionTable.builder()
                    .id("quote-approval")
                    .input("discount")
                    .input("margin")
                    .input("credit")
                    .output("role")
                    .hitPolicy(HitPolicy.RULE_ORDER)
                    .rule(DecisionRule.when("> 5", "-", "-").then("\"" + SALES_MANAGER + "\""))
                    .rule(DecisionRule.when("-", "< 30", "-").then("\"director\""))
                    .rule(DecisionRule.when("-", "-", "\"beyond\"").then("\"credit manager\""))
                    .build()
                    .checked()
                    .orElseThrow());

    static final PriceLists PRICES = new PriceLists(Lists.immutable.of(
            PriceList.builder()
                    .add(PriceEntry.of(COLD_BREW, yen(3_200)))
                    .add(PriceEntry.from(COLD_BREW, "500", yen(3_000)))
                    .add(PriceEntry.of(GRINDER, yen(228_000)))
                    .id("2025")
                    .currency(YEN)
                    .build(),
            PriceList.builder()
                    .add(PriceEntry.of(COLD_BREW, Amounts.of("27.85", "USD")))
                    .id("2025-export")
                    .currency(DOLLAR)
                    .build()));

    static final CommissionPlan COMMISSION = new CommissionPlan(
            Lists.immutable.of(Tier.of("0", "1.5"), Tier.of("100", "3")),
            RoundingPolicy.toCurrency(RoundingRule.TRUNCATE));

    /** Open deals at the rate of the day, closed ones at that of the day on which they were closed. */
    static final ForecastPolicy FORECAST =
            new ForecastPolicy(YEN, RateType.SPOT, RateDay.CLOSING, RoundingPolicy.toCurrency(RoundingRule.HALF_UP));

    private SellingRules() {}

    static Optional<Pipeline> pipeline(PipelineId id) {
        return Optional.of(PIPELINE).filter(one -> one.id().equals(id));
    }

    static ImmutableList<Quota> quotas(DateRange year) {
        return Lists.immutable.of(new Quota(AOKI, year, yen(1_000_000)), new Quota(MORI, year, yen(2_000_000)));
    }

    static MonetaryAmount yen(long amount) {
        return Amounts.of(amount, YEN);
    }
}
