package dev.erpkit.inventory.count;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.MutableSet;

/**
 * What people counted at one time.
 *
 * @param lines each place once
 */
public record CountSheet(ImmutableList<CountLine> lines) {
    /** A sheet of lines. */
    public static CountSheet of(CountLine... lines) {
        return new CountSheet(Lists.immutable.with(lines));
    }

    /**
     * The facts to record.
     *
     * @param at when it was counted
     * @param blanks what lines without a figure mean
     * @param now what time it is
     * @return the facts, or {@code count.in-future}, {@code count.twice} for a place on two lines, {@code count.negative}
     */
    public Outcome<ImmutableList<Counted>> facts(LocalDateTime at, BlankPolicy blanks, LocalDateTime now) {
        if (at.isAfter(now)) {
            return Outcome.refused(CountRefusals.inFuture(at, now));
        }
        Optional<Refusal> twice = twice(lines.collect(CountLine::place));
        if (twice.isPresent()) {
            return Outcome.refused(twice.get());
        }
        MutableList<Counted> facts = Lists.mutable.empty();
        for (CountLine line : lines) {
            Optional<Rational> figure = line.figure(blanks);
            if (figure.isPresent() && figure.get().signum() < 0) {
                return Outcome.refused(CountRefusals.negative(line.place()));
            }
            figure.ifPresent(counted -> facts.add(new Counted(0, at, line.place(), counted, line.cost())));
        }
        return Outcome.accepted(facts.toImmutable());
    }

    /** The place that is named twice, if any. */
    static Optional<Refusal> twice(ImmutableList<Place> places) {
        MutableSet<Place> seen = Sets.mutable.empty();
        return places.detectOptional(place -> !seen.add(place)).map(CountRefusals::twice);
    }

    /**
     * By how much the count differs from what the facts come to at that time, above zero for surplus; lines that agree or
     * say nothing are left out.
     */
    public ImmutableSortedMap<Place, Rational> differences(
            Iterable<? extends StockFact> facts, LocalDateTime at, BlankPolicy blanks) {
        StockLevels levels = StockLevels.asOf(facts, at);
        MutableSortedMap<Place, Rational> differences = SortedMaps.mutable.empty();
        lines.forEach(line -> line.figure(blanks).ifPresent(counted -> {
            Rational difference = counted.subtract(levels.at(line.place()));
            if (!difference.isZero()) {
                differences.put(line.place(), difference);
            }
        }));
        return differences.toImmutable();
    }
}
