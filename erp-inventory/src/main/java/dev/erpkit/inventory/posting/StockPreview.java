package dev.erpkit.inventory.posting;

import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What further facts would change, told before they are recorded.
 *
 * @param costs the facts whose cost would change, in the order of their numbers
 * @param roles the accounts that would change, by month in the books
 */
public record StockPreview(ImmutableList<CostChange> costs, ImmutableList<RoleChange> roles) {
    /**
     * Compares two valuations.
     *
     * @param openFrom the first open day, on which changes of closed days are booked
     * @param against what stands against an issue or receipt other than the cost of goods and goods received
     */
    public static StockPreview of(
            Iterable<? extends StockEvent> eventsBefore,
            ValuationLedger before,
            Iterable<? extends StockEvent> eventsAfter,
            ValuationLedger after,
            LocalDate openFrom,
            LongFunction<Optional<StockRole>> against) {
        ImmutableList<StockDelta> told = StockDelta.of(
                StockPostings.perpetual(eventsBefore, before, against), Lists.immutable.empty(), LocalDate.MIN);
        ImmutableList<StockDelta> deltas =
                StockDelta.of(StockPostings.perpetual(eventsAfter, after, against), told, openFrom);
        return new StockPreview(costs(before, after), roles(deltas));
    }

    private static ImmutableList<CostChange> costs(ValuationLedger before, ValuationLedger after) {
        SortedSet<Long> events = new TreeSet<>(before.costs().keysView().toSet());
        events.addAll(after.costs().keysView().toSet());
        MutableList<CostChange> changes = Lists.mutable.empty();
        for (long event : events) {
            long was = before.costs().getIfAbsentValue(event, 0L);
            long is = after.costs().getIfAbsentValue(event, 0L);
            if (was != is) {
                changes.add(new CostChange(event, was, is));
            }
        }
        return changes.toImmutable();
    }

    private static ImmutableList<RoleChange> roles(ImmutableList<StockDelta> deltas) {
        SortedMap<LocalDate, SortedMap<StockRole, Long>> sums = new TreeMap<>();
        deltas.forEach(delta -> sums.computeIfAbsent(delta.posted().withDayOfMonth(1), m -> new TreeMap<>())
                .merge(delta.role(), delta.minor(), Math::addExact));
        MutableList<RoleChange> changes = Lists.mutable.empty();
        sums.forEach((month, roles) -> roles.forEach((role, minor) -> {
            if (minor != 0) {
                changes.add(new RoleChange(month, role, minor));
            }
        }));
        return changes.toImmutable();
    }
}
