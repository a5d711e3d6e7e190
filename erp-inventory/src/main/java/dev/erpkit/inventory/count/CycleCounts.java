package dev.erpkit.inventory.count;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Counting in turns: a few items a day instead of all at once. */
public final class CycleCounts {
    private CycleCounts() {}

    /**
     * An item and when it was counted last.
     *
     * @param item the item
     * @param last the day, if it ever was
     */
    public record LastCount(String item, Optional<LocalDate> last) {}

    /**
     * The items that are due on a day: those never counted first, then those that are overdue longest, equals by name.
     *
     * @param every after how many days an item is due again, such as 30 for class A and 180 for class C; zero for never
     * @param most how many can be counted
     */
    public static ImmutableList<String> due(
            Iterable<LastCount> items, ToIntFunction<String> every, LocalDate day, int most) {
        Comparator<LastCount> longest =
                Comparator.comparingLong((LastCount count) -> -overdue(count, every.applyAsInt(count.item()), day));
        return Lists.immutable.ofAll(Lists.immutable
                .ofAll(items)
                .select(count ->
                        every.applyAsInt(count.item()) > 0 && overdue(count, every.applyAsInt(count.item()), day) >= 0)
                .toSortedList(longest.thenComparing(LastCount::item))
                .take(most)
                .collect(LastCount::item));
    }

    private static long overdue(LastCount count, int every, LocalDate day) {
        return count.last()
                .map(last -> ChronoUnit.DAYS.between(last, day) - every)
                .orElse((long) Integer.MAX_VALUE);
    }
}
