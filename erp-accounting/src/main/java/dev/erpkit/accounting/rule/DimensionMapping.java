package dev.erpkit.accounting.rule;

import dev.erpkit.core.posting.Dimensions;
import java.util.Map;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * How the coordinates of an amount become those of a line.
 *
 * @param renamed the axis of the line by the axis of the amount
 * @param fixed coordinates that every line gets, whatever the amount has
 * @param others whether the axes that are not renamed stay as they are; otherwise they are left out
 */
public record DimensionMapping(
        ImmutableSortedMap<String, String> renamed, ImmutableSortedMap<String, String> fixed, boolean others) {
    private static final DimensionMapping KEEP =
            new DimensionMapping(SortedMaps.immutable.empty(), SortedMaps.immutable.empty(), true);
    private static final DimensionMapping DROP =
            new DimensionMapping(SortedMaps.immutable.empty(), SortedMaps.immutable.empty(), false);

    /** The line has the coordinates of the amount. */
    public static DimensionMapping keep() {
        return KEEP;
    }

    /** The line has no coordinates of the amount. */
    public static DimensionMapping drop() {
        return DROP;
    }

    /** The same mapping where an axis of the amount goes to an axis of the line. */
    public DimensionMapping rename(String amountAxis, String lineAxis) {
        return new DimensionMapping(renamed.newWithKeyValue(amountAxis, lineAxis), fixed, others);
    }

    /** The same mapping where every line gets this coordinate. */
    public DimensionMapping fix(String lineAxis, String value) {
        return new DimensionMapping(renamed, fixed.newWithKeyValue(lineAxis, value), others);
    }

    /** The coordinates of the line. */
    public Dimensions apply(Dimensions amount) {
        if (others && renamed.isEmpty() && fixed.isEmpty()) {
            return amount;
        }
        Dimensions line = Dimensions.none();
        for (Map.Entry<String, String> coordinate :
                amount.values().castToSortedMap().entrySet()) {
            String axis = renamed.get(coordinate.getKey());
            if (axis != null || others) {
                line = line.with(axis != null ? axis : coordinate.getKey(), coordinate.getValue());
            }
        }
        for (Map.Entry<String, String> coordinate : fixed.castToSortedMap().entrySet()) {
            line = line.with(coordinate.getKey(), coordinate.getValue());
        }
        return line;
    }
}
