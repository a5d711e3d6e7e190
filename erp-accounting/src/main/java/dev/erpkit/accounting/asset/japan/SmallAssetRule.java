package dev.erpkit.accounting.asset.japan;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One of the rules by which the cost of a small asset need not be spread over its useful life. A host chooses among those
 * that are {@linkplain #open open} to it; amounts and days are data.
 *
 * @param name {@code expensed}, {@code lump-sum} or {@code sme-expensed}
 * @param validity the days on which assets are acquired and put to use under it
 * @param below the cost must be below this many yen; with or without consumption tax, as the company keeps its books
 * @param yearlyCap what all assets of a fiscal year under it may cost, in yen; a twelfth of it for each month of a short year
 */
public record SmallAssetRule(String name, DateRange validity, long below, Optional<Long> yearlyCap) {
    private static final ImmutableList<SmallAssetRule> ALL = Lists.immutable
            .fromStream(RateTable.text("small-assets.csv", 0xf92d75e4L).lines())
            .drop(1)
            .collect(SmallAssetRule::parse);

    private static SmallAssetRule parse(String line) {
        String[] cells = line.split(",", -1);
        LocalDate until = cells[2].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[2]);
        return new SmallAssetRule(
                cells[0],
                DateRange.of(LocalDate.parse(cells[1]), until),
                Long.parseLong(cells[3]),
                cells[4].isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(cells[4])));
    }

    /** All rules that are known. */
    public static ImmutableList<SmallAssetRule> all() {
        return ALL;
    }

    /**
     * The rules under which an asset may be kept.
     *
     * @param cost in yen, for a piece or set that is used as one
     * @param acquired when it was acquired and put to use
     * @param smallCompany whether the company is a small or medium one that the special measure is for
     * @param usedOfCap what assets of the same fiscal year under the capped rule have cost already, in yen
     * @param months the months of the fiscal year, 1 to 12
     * @throws InvalidValueException {@code asset.small-asset}
     */
    public static ImmutableList<SmallAssetRule> open(
            long cost, LocalDate acquired, boolean smallCompany, long usedOfCap, int months) {
        if (cost <= 0 || usedOfCap < 0 || months < 1 || months > 12) {
            throw new InvalidValueException(
                    "SmallAssetRule", "cost", "asset.small-asset", "must be above zero, in a year of 1 to 12 months");
        }
        return ALL.select(rule -> rule.validity.contains(acquired)
                && cost < rule.below
                && (rule.yearlyCap.isEmpty()
                        || (smallCompany && Math.addExact(usedOfCap, cost) <= rule.yearlyCap.get() / 12 * months)));
    }

    /** The depreciation method that goes with the rule. */
    public String method() {
        return name.equals("lump-sum") ? "jp-lump-sum" : "jp-expensed";
    }
}
