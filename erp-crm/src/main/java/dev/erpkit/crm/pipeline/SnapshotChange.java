package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import java.util.Optional;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.sorted.ImmutableSortedSet;
import org.eclipse.collections.api.set.sorted.MutableSortedSet;

/**
 * What changed of one deal between two snapshots.
 *
 * @param deal the deal
 * @param before how it stood, nothing when it was not there yet
 * @param after how it stands, nothing when it is not there any more
 */
public record SnapshotChange(DealId deal, Optional<Expectation> before, Optional<Expectation> after) {
    /** The ways in which a deal changes. */
    public enum Way {
        /** It was not there. */
        NEW,
        /** It is not there any more. */
        GONE,
        /** It is in another stage and still open. */
        MOVED,
        /** It is worth more or less. */
        REVALUED,
        /** It is expected later. */
        SLIPPED,
        /** It is expected sooner. */
        PULLED_IN,
        /** It was won. */
        WON,
        /** It was lost. */
        LOST,
        /** It was closed and is open again. */
        REOPENED
    }

    /** All ways in which it changed. */
    public ImmutableSortedSet<Way> ways() {
        if (before.isEmpty() || after.isEmpty()) {
            return SortedSets.immutable.of(before.isEmpty() ? Way.NEW : Way.GONE);
        }
        Expectation old = before.get();
        Expectation now = after.get();
        MutableSortedSet<Way> ways = SortedSets.mutable.empty();
        if (old.kind() != now.kind()) {
            ways.add(
                    switch (now.kind()) {
                        case OPEN -> Way.REOPENED;
                        case WON -> Way.WON;
                        case LOST -> Way.LOST;
                    });
        } else if (!old.stage().equals(now.stage())) {
            ways.add(Way.MOVED);
        }
        if (!old.amount().equals(now.amount())) {
            ways.add(Way.REVALUED);
        }
        if (old.kind() == StageKind.OPEN
                && now.kind() == StageKind.OPEN
                && !old.day().equals(now.day())) {
            ways.add(now.day().isAfter(old.day()) ? Way.SLIPPED : Way.PULLED_IN);
        }
        return ways.toImmutable();
    }

    /** By how much it changed the worth of the open deals, in minor units by currency code; changes of nothing are left out. */
    public ImmutableSortedMap<String, Long> effect() {
        MutableSortedMap<String, Long> effect = SortedMaps.mutable.empty();
        after.filter(deal -> deal.kind() == StageKind.OPEN).ifPresent(deal -> add(effect, deal, 1));
        before.filter(deal -> deal.kind() == StageKind.OPEN).ifPresent(deal -> add(effect, deal, -1));
        return effect.reject((currency, minor) -> minor == 0).toImmutable();
    }

    private static void add(MutableSortedMap<String, Long> effect, Expectation deal, int sign) {
        effect.merge(
                deal.amount().getCurrency().getCurrencyCode(),
                Math.multiplyExact(sign, Amounts.minor(deal.amount())),
                Math::addExact);
    }
}
