package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a forecast takes from a deal.
 *
 * @param deal the deal
 * @param stage its stage
 * @param kind what that means
 * @param category how sure the seller is
 * @param seller who sells
 * @param currency the currency of its worth
 * @param minor what it is worth, in minor units
 * @param probability to win it, in percent; 100 when won, 0 when lost
 * @param day the day it counts on: the expected day of closing, or that of having been closed
 */
public record Expectation(
        DealId deal,
        StageId stage,
        StageKind kind,
        ForecastCategory category,
        SellerId seller,
        CurrencyUnit currency,
        long minor,
        BigDecimal probability,
        LocalDate day) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Makes the probability of a closed deal what it is: won is certain, lost is out. */
    public Expectation {
        probability = switch (kind) {
            case OPEN -> probability;
            case WON -> HUNDRED;
            case LOST -> BigDecimal.ZERO;
        };
    }

    /** With a worth in whole minor units. */
    public Expectation(
            DealId deal,
            StageId stage,
            StageKind kind,
            ForecastCategory category,
            SellerId seller,
            MonetaryAmount amount,
            BigDecimal probability,
            LocalDate day) {
        this(deal, stage, kind, category, seller, amount.getCurrency(), Amounts.minor(amount), probability, day);
    }

    /** What it is worth. */
    public MonetaryAmount amount() {
        return Amounts.ofMinor(minor, currency);
    }

    /**
     * What deals come to.
     *
     * @param zone whose calendar says on which day a deal was closed
     * @throws IllegalArgumentException for a deal whose pipeline or stage is not there
     */
    public static ImmutableList<Expectation> of(
            ImmutableList<Deal> deals, Function<PipelineId, Optional<Pipeline>> pipelines, ZoneId zone) {
        return deals.collect(deal -> {
            Stage stage = pipelines
                    .apply(deal.pipeline())
                    .flatMap(pipeline -> pipeline.stage(deal.stage()))
                    .orElseThrow(
                            () -> new IllegalArgumentException("No stage " + deal.stage() + " of deal " + deal.id()));
            return of(deal, stage, zone);
        });
    }

    private static Expectation of(Deal deal, Stage stage, ZoneId zone) {
        boolean open = stage.kind() == StageKind.OPEN;
        ForecastCategory usual = switch (stage.kind()) {
            case OPEN -> deal.category().orElse(ForecastCategory.PIPELINE);
            case WON -> ForecastCategory.CLOSED;
            case LOST -> ForecastCategory.OMITTED;
        };
        return new Expectation(
                deal.id(),
                stage.id(),
                stage.kind(),
                usual,
                deal.seller(),
                deal.amount(),
                deal.probability().orElse(stage.probability()),
                open ? deal.expectedClose() : deal.inStageSince().atZone(zone).toLocalDate());
    }
}
