package dev.erpkit.hr.run;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * What differs between two runs, for whoever approves.
 *
 * @param joined employments that only the later one pays
 * @param left employments that only the earlier one pays
 * @param changes figures that differ for those whom both pay
 */
public record RunComparison(ImmutableList<String> joined, ImmutableList<String> left, ImmutableList<Change> changes) {
    /**
     * A figure that differs.
     *
     * @param before minor units, 0 when the earlier run has no such line
     * @param after minor units, 0 when the later run has no such line
     */
    public record Change(String employment, String slot, long before, long after) {
        /** Without the amounts. */
        @Override
        public String toString() {
            return slot + " of " + employment;
        }
    }

    /** Compares payslips with earlier ones. */
    public static RunComparison of(ImmutableList<PaidSlip> earlier, ImmutableList<PaidSlip> later) {
        ImmutableList<String> before = earlier.collect(PaidSlip::employment);
        ImmutableList<String> after = later.collect(PaidSlip::employment);
        MutableList<Change> changes = Lists.mutable.empty();
        later.forEach(slip -> earlier.detectOptional(old -> old.employment().equals(slip.employment()))
                .ifPresent(old -> compare(old, slip, changes)));
        return new RunComparison(after.reject(before::contains), before.reject(after::contains), changes.toImmutable());
    }

    private static void compare(PaidSlip old, PaidSlip now, MutableList<Change> changes) {
        MutableSortedMap<String, Long> before = amounts(old);
        MutableSortedMap<String, Long> after = amounts(now);
        Lists.immutable.ofAll(before.keysView()).newWithAll(after.keysView()).distinct().toSortedList().forEach(slot -> {
            long was = before.getIfAbsentValue(slot, 0L);
            long is = after.getIfAbsentValue(slot, 0L);
            if (was != is) {
                changes.add(new Change(now.employment(), slot, was, is));
            }
        });
    }

    private static MutableSortedMap<String, Long> amounts(PaidSlip slip) {
        MutableSortedMap<String, Long> amounts = SortedMaps.mutable.empty();
        slip.lines().forEach(line -> amounts.merge(line.slot(), line.minor(), Math::addExact));
        return amounts;
    }
}
