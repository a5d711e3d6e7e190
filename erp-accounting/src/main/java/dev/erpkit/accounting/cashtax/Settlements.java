package dev.erpkit.accounting.cashtax;

import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Reads from matches what settled a document: what a match consumed of its items together, split over the items on the other
 * side by what each of them gave.
 */
final class Settlements {
    private static final RoundingPolicy HALF_UP = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);

    private final ImmutableList<ItemId> own;
    private final Function<MatchId, Match> matches;
    private final Function<ItemId, LocalDate> dates;

    /**
     * A reader of one document.
     *
     * @param own its items
     * @param matches looks a match up
     * @param dates looks up the day of an item
     */
    Settlements(ImmutableList<ItemId> own, Function<MatchId, Match> matches, Function<ItemId, LocalDate> dates) {
        this.own = own;
        this.matches = matches;
        this.dates = dates;
    }

    /** The settlements of all matches of these items, in the order in which they were recorded. */
    ImmutableList<Settlement> of(ImmutableList<ItemHistory> items) {
        return items.flatCollect(ItemHistory::consumptions)
                .distinctBy(consumption -> consumption.match())
                .toSortedListBy(consumption -> consumption.sequence())
                .flatCollect(consumption -> of(matches.apply(consumption.match())))
                .toImmutable();
    }

    private ImmutableList<Settlement> of(Match match) {
        ImmutableList<MatchPart> ours = match.parts().select(part -> own.contains(part.item()));
        long settled = ours.sumOfLong(MatchPart::amountMinor);
        if (settled == 0) {
            return Lists.immutable.empty();
        }
        ImmutableList<MatchPart> others = match.parts()
                .reject(part -> own.contains(part.item()))
                .select(part -> Long.signum(part.baseMinor() == 0 ? part.amountMinor() : part.baseMinor())
                        == -Long.signum(settled));
        boolean undone = match.undoes().isPresent();
        if (others.isEmpty()) {
            long worth = ours.sumOfLong(MatchPart::baseMinor);
            return Lists.immutable.of(
                    new Settlement(match.id(), Optional.empty(), match.date(), undone, settled, worth));
        }
        return split(match, settled, others, ours.getFirst(), undone);
    }

    private ImmutableList<Settlement> split(
            Match match, long settled, ImmutableList<MatchPart> others, MatchPart ours, boolean undone) {
        boolean shared = others.allSatisfy(part -> part.currency().equals(ours.currency()));
        long[] weights = others.collectLong(part -> Math.abs(shared ? part.amountMinor() : part.baseMinor()))
                .toArray();
        long[] amounts = Allocator.allocate(settled, weights, RemainderRule.LARGEST_REMAINDER);
        MutableList<Settlement> found = Lists.mutable.empty();
        for (int i = 0; i < amounts.length; i++) {
            MatchPart other = others.get(i);
            long worth = shared
                    ? HALF_UP.share(
                            Math.negateExact(other.baseMinor()),
                            Math.abs(amounts[i]),
                            Math.abs(other.amountMinor()),
                            match.baseCurrency())
                    : Math.negateExact(other.baseMinor());
            LocalDate date = undone ? match.date() : dates.apply(other.item());
            found.add(new Settlement(match.id(), Optional.of(other.item()), date, undone, amounts[i], worth));
        }
        return found.toImmutable();
    }
}
