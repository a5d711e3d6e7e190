package dev.erpkit.testkit.invariant;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.crm.pipeline.Deal;
import dev.erpkit.crm.pipeline.Expectation;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.Pipeline;
import dev.erpkit.crm.pipeline.PipelineSnapshot;
import dev.erpkit.crm.pipeline.PricedDeal;
import dev.erpkit.crm.pipeline.SnapshotChange;
import dev.erpkit.crm.pipeline.StageKind;
import dev.erpkit.crm.pipeline.StageVisit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** What holds of deals, forecasts and snapshots. */
public final class PipelineInvariants {
    private PipelineInvariants() {}

    /** Deals move only as their pipeline allows, and their stays in stages leave no gap up to now. */
    public static ImmutableList<Finding> histories(ImmutableList<Deal> deals, Pipeline pipeline, Instant now) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (Deal deal : deals) {
            String where = deal.id().value();
            for (int i = 1; i < deal.visits().size(); i++) {
                StageVisit before = deal.visits().get(i - 1);
                StageVisit visit = deal.visits().get(i);
                if (!pipeline.allows(before.stage(), visit.stage())) {
                    found.add(new Finding("deal-moves", where, before.stage() + " to " + visit.stage()));
                }
                if (!before.until().equals(Optional.of(visit.from()))) {
                    found.add(new Finding(
                            "deal-stays", where, "left at " + before.until() + ", came at " + visit.from()));
                }
            }
            Duration stays = deal.visits().injectInto(Duration.ZERO, (so, visit) -> so.plus(visit.length(now)));
            if (!stays.equals(Duration.between(deal.openedAt(), now))) {
                found.add(new Finding("deal-stays", where, "sum to " + stays));
            }
        }
        return found.toImmutable();
    }

    /** Weights lie between none and all, kinds sum to all, and no grouping changes a total. */
    public static ImmutableList<Finding> forecast(Forecast forecast) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (PricedDeal deal : forecast.priced()) {
            boolean sound = switch (deal.of().kind()) {
                case OPEN -> 0 <= deal.weightedMinor() && deal.weightedMinor() <= deal.minor();
                case WON -> deal.weightedMinor() == deal.minor();
                case LOST -> deal.weightedMinor() == 0;
            };
            if (!sound) {
                found.add(new Finding(
                        "forecast-weight",
                        deal.of().deal().value(),
                        deal.weightedMinor() + " of " + deal.minor() + " for a deal that is "
                                + deal.of().kind().text()));
            }
        }
        int kinds = forecast.count(StageKind.OPEN) + forecast.count(StageKind.WON) + forecast.count(StageKind.LOST);
        if (kinds != forecast.counted()) {
            found.add(new Finding("forecast-count", forecast.day().toString(), kinds + " of " + forecast.counted()));
        }
        grouped(forecast, Expectation::stage, found);
        grouped(forecast, Expectation::seller, found);
        return found.toImmutable();
    }

    private static <K> void grouped(Forecast forecast, Function<Expectation, K> group, MutableList<Finding> found) {
        long sum = forecast.by(group).valuesView().sumOfLong(part -> Amounts.minor(part.weighted()));
        if (sum != Amounts.minor(forecast.weighted())) {
            found.add(new Finding(
                    "forecast-groups",
                    forecast.day().toString(),
                    sum + " in groups, " + forecast.weighted() + " as a whole"));
        }
    }

    /** What the open deals are worth later is what they were worth, and what the changes between say. */
    public static ImmutableList<Finding> snapshots(PipelineSnapshot before, PipelineSnapshot after) {
        MutableSortedMap<String, Long> sums =
                SortedMaps.mutable.withSortedMap(before.open().castToSortedMap());
        for (SnapshotChange change : before.changes(after)) {
            change.effect().forEachKeyValue((currency, minor) -> sums.merge(currency, minor, Math::addExact));
        }
        sums.removeIf((currency, minor) -> minor == 0);
        MutableSortedMap<String, Long> open =
                SortedMaps.mutable.withSortedMap(after.open().castToSortedMap());
        open.removeIf((currency, minor) -> minor == 0);
        return sums.equals(open)
                ? Lists.immutable.empty()
                : Lists.immutable.of(
                        new Finding("snapshot-changes", after.at().toString(), "come to " + sums + ", not " + open));
    }
}
