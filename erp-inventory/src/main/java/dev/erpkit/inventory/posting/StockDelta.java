package dev.erpkit.inventory.posting;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * What is still to be told of a fact: what is true now less what was told.
 *
 * @param event the number of the fact
 * @param role the part the amount plays
 * @param effective the day on which it counts for the goods
 * @param posted the day on which it counts in the books: its own, or the first open day where that is closed
 * @param minor minor units, debit positive, not zero
 * @param category of the items that the amount is of; empty for none. Amounts of an item that changes its category follow it,
 *     but for goods received: these stay where they were first told, as the bills do that clear them
 */
public record StockDelta(
        long event, StockRole role, LocalDate effective, LocalDate posted, long minor, String category) {
    /** What is still to be told of no category. */
    public StockDelta(long event, StockRole role, LocalDate effective, LocalDate posted, long minor) {
        this(event, role, effective, posted, minor, "");
    }

    private record Key(long event, StockRole role, String category) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Long.compare(event, other.event);
            order = order != 0 ? order : role.compareTo(other.role);
            return order != 0 ? order : category.compareTo(other.category);
        }
    }

    /**
     * The deltas, in the order of facts and roles. Together with what was told they are what is true now, to the minor unit,
     * so that deriving them again gives none.
     *
     * @param told what was told before
     * @param openFrom the first open day
     */
    public static ImmutableList<StockDelta> of(
            Iterable<StockPosting> now, Iterable<StockDelta> told, LocalDate openFrom) {
        MutableMap<Long, String> received = Maps.mutable.empty();
        told.forEach(before -> {
            if (before.role() == StockRole.GOODS_RECEIVED) {
                received.putIfAbsent(before.event(), before.category());
            }
        });
        SortedMap<Key, StockDelta> open = new TreeMap<>();
        now.forEach(posting -> add(
                open,
                new StockDelta(
                        posting.event(),
                        posting.role(),
                        posting.effective(),
                        later(posting.own(), openFrom),
                        posting.minor(),
                        posting.role() == StockRole.GOODS_RECEIVED
                                ? received.getOrDefault(posting.event(), posting.category())
                                : posting.category())));
        told.forEach(before -> add(
                open,
                new StockDelta(
                        before.event(),
                        before.role(),
                        before.effective(),
                        later(before.posted(), openFrom),
                        Math.negateExact(before.minor()),
                        before.category())));
        MutableList<StockDelta> deltas = Lists.mutable.ofAll(open.values());
        return deltas.reject(delta -> delta.minor() == 0).toImmutable();
    }

    /** The day of what is true now stands, if it is true at all; else that of what was told. */
    private static void add(SortedMap<Key, StockDelta> open, StockDelta delta) {
        open.merge(
                new Key(delta.event(), delta.role(), delta.category()),
                delta,
                (a, b) -> new StockDelta(
                        a.event(),
                        a.role(),
                        a.effective(),
                        a.posted(),
                        Math.addExact(a.minor(), b.minor()),
                        a.category()));
    }

    private static LocalDate later(LocalDate day, LocalDate openFrom) {
        return day.isBefore(openFrom) ? openFrom : day;
    }
}
