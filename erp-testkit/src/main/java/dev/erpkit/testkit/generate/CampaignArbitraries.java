package dev.erpkit.testkit.generate;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.campaign.JourneyPlan;
import dev.erpkit.crm.campaign.JourneyStep;
import dev.erpkit.crm.campaign.Reentry;
import dev.erpkit.crm.campaign.TouchPath;
import dev.erpkit.crm.campaign.TouchPath.Touch;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Paths of touches and journeys. */
public final class CampaignArbitraries {
    private CampaignArbitraries() {}

    /** Up to eight paths over five channels, some without a touch or without a conversion. */
    public static Arbitrary<ImmutableList<TouchPath>> paths() {
        Arbitrary<Touch> touch = Combinators.combine(
                        Arbitraries.of("ads", "direct", "email", "fair", "search"),
                        Arbitraries.integers().between(0, 60))
                .as((channel, days) -> new Touch(channel, Rational.of(days)));
        Arbitrary<TouchPath> path = Combinators.combine(
                        touch.list().ofMaxSize(6),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 100_000))
                .as((touches, conversions, lost, cents) -> new TouchPath(
                        Lists.immutable.withAll(touches),
                        conversions == 0 ? Rational.ZERO : Rational.of(cents, 100),
                        conversions,
                        lost));
        return path.list().ofMaxSize(8).map(Lists.immutable::withAll);
    }

    /** Journeys of up to six steps that only go forward, with every kind of step and of re-entry. */
    public static Arbitrary<JourneyPlan> journeys() {
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, 2);
        Arbitrary<Reentry> reentry =
                Arbitraries.of(new Reentry.Once(), new Reentry.PerMembership(), new Reentry.After(Duration.ofDays(10)));
        return Combinators.combine(kind.list().ofMaxSize(5), reentry).as(CampaignArbitraries::journey);
    }

    private static JourneyPlan journey(List<Integer> kinds, Reentry reentry) {
        MutableMap<String, JourneyStep> steps = Maps.mutable.empty();
        int last = kinds.size();
        for (int i = 0; i < last; i++) {
            String next = "s" + (i + 1);
            steps.put(
                    "s" + i,
                    switch (kinds.get(i)) {
                        case 0 -> new JourneyStep.Pause(Duration.ofDays(i + 1L), next);
                        case 1 -> new JourneyStep.Decide("c" + i, next, "s" + Math.min(last, i + 2));
                        default -> new JourneyStep.Act("t" + i, next);
                    });
        }
        steps.put("s" + last, new JourneyStep.End());
        return new JourneyPlan("journey", "s0", steps.toImmutable(), reentry);
    }
}
