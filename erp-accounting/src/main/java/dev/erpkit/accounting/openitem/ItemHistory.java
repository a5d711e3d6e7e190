package dev.erpkit.accounting.openitem;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.sorted.MutableSortedSet;

/**
 * An item with all its matches; what is open is a fold over them.
 *
 * @param item the item
 * @param consumptions its matches, in the order of their sequence
 */
public record ItemHistory(OpenItem item, ImmutableList<Consumption> consumptions) {
    /** An item that was never matched. */
    public static ItemHistory of(OpenItem item) {
        return new ItemHistory(item, Lists.immutable.empty());
    }

    /** What is open when every match has taken effect. */
    public Residual residual() {
        return residual(LocalDate.MAX, Long.MAX_VALUE);
    }

    /** What is open at the end of a day. */
    public Residual residual(LocalDate asOf) {
        return residual(asOf, Long.MAX_VALUE);
    }

    /** What was open at the end of a day, as known at a position of the journal; nothing before the item's own. */
    public Residual residual(LocalDate asOf, long knownAt) {
        if (item.date().isAfter(asOf) || item.position() > knownAt) {
            return Residual.NONE;
        }
        Residual left = new Residual(item.amountMinor(), item.baseMinor());
        for (Consumption c : consumptions) {
            if (c.position() <= knownAt && !c.date().isAfter(asOf)) {
                left = left.minus(c.amountMinor(), c.baseMinor());
            }
        }
        return left;
    }

    /** The same item as it was known at a position: without the matches that were recorded later. */
    public ItemHistory knownAt(long position) {
        return new ItemHistory(item, consumptions.select(c -> c.position() <= position));
    }

    /** The same item as it was known at an instant: without the matches that were recorded later. */
    public ItemHistory knownAt(Instant instant) {
        return new ItemHistory(item, consumptions.reject(c -> c.recordedAt().isAfter(instant)));
    }

    /** The matches of the item that are in force: neither undone nor an undoing. */
    public ImmutableList<MatchId> matches() {
        ImmutableList<MatchId> undone = consumptions.flatCollect(
                c -> c.undoes().map(Lists.immutable::of).orElseGet(Lists.immutable::empty));
        return consumptions
                .select(c -> c.undoes().isEmpty())
                .collect(Consumption::match)
                .reject(undone::contains);
    }

    /** The different residuals on a day and on every later day on which they change. */
    ImmutableList<Residual> from(LocalDate day) {
        MutableSortedSet<LocalDate> days = SortedSets.mutable.of(day);
        consumptions.collect(Consumption::date).select(d -> d.isAfter(day)).forEach(days::add);
        return days.toList().collect(this::residual).toImmutable();
    }
}
