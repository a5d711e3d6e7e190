package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * How long personal data is kept after the last day of employment, at least and at most: before that it must not be erased.
 *
 * @param keep by category; every category has to be named ({@code retention.missing}), and none is negative
 *     ({@code retention.negative})
 */
public record RetentionRule(ImmutableMap<DataCategory, Period> keep) {
    /** Checks that every category is named. */
    public RetentionRule {
        Map<DataCategory, Period> named = new EnumMap<>(DataCategory.class);
        keep.forEachKeyValue(named::put);
        if (named.size() != DataCategory.values().length) {
            throw new InvalidValueException("RetentionRule", "keep", "retention.missing", "must name every category");
        }
        if (keep.anySatisfy(Period::isNegative)) {
            throw new InvalidValueException("RetentionRule", "keep", "retention.negative", "must not be below zero");
        }
    }

    /** The first day on which a category may be erased, of somebody whose last contract ended on a day. */
    public LocalDate erasableFrom(DataCategory category, LocalDate lastDay) {
        return lastDay.equals(LocalDate.MAX)
                ? LocalDate.MAX
                : lastDay.plus(keep.get(category)).plusDays(1);
    }
}
