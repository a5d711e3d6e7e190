package dev.erpkit.hr.japan.withholding;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Table;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The tables that hold for payments of one calendar year. Known are 2025, 2026 and, as far as it was published, 2027; the
 * fixed cut of 2024 is not modelled, so that year and those before it are refused.
 */
public final class WithholdingYear {
    private static final Table UPPER = Table.load(
            WithholdingYear.class, "upper.csv", "86d7e9111eafae81d605f5c6a60382ab60bff43a324559ac8806f8e12bdb001f");
    private static final Table COMPUTER = Table.load(
            WithholdingYear.class, "computer.csv", "986166df9e9c99a5b2c37e9b795e03b3454a2a6ed097d07ced637c848dd885b2");
    private static final ImmutableList<WithholdingYear> YEARS = Lists.immutable.of(
            new WithholdingYear(
                    2025,
                    "6c64b7fc3899e44dee0ff20ad800feee020b9b95689a564be3bc9426e04a1af7",
                    Optional.of("3992552468d9aa3d3de9eb2682761de2d03301c4dcaa1af5d8c93c095066fcba")),
            new WithholdingYear(
                    2026,
                    "6afea9832d2d5bf137c0f1ced598520d47a180d2dce2d863fb69680f71486e0c",
                    Optional.of("9ec30ff19eb7541311c3aabba0b91e7cce49e79db615ce97f3e42f3bd996122f")),
            new WithholdingYear(
                    2027, "106a9b033b52ea0931ec27ec39641c45bd30e128e209b3f5d9a95ddb277f41db", Optional.empty()));

    private final int year;
    private final ComputerMethod computer;
    private final MonthlyTable table;
    private final Optional<BonusRates> bonus;

    private WithholdingYear(int year, String monthly, Optional<String> bonusRates) {
        this.year = year;
        this.computer = new ComputerMethod(COMPUTER, String.valueOf(year));
        this.table = new MonthlyTable(
                String.valueOf(year), Table.load(WithholdingYear.class, "monthly-" + year + ".csv", monthly), UPPER);
        this.bonus =
                bonusRates.map(sum -> new BonusRates(Table.load(WithholdingYear.class, "bonus-" + year + ".csv", sum)));
    }

    /** The tables of a year, or {@code japan.not-covered}. */
    public static Outcome<WithholdingYear> of(int year) {
        return YEARS.detectOptional(known -> known.year == year)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(Refusals.notCovered("withholding of income tax", year)));
    }

    /** The years that are known. */
    public static ImmutableList<WithholdingYear> all() {
        return YEARS;
    }

    /** The calendar year. */
    public int year() {
        return year;
    }

    /** The formula. */
    public ComputerMethod computer() {
        return computer;
    }

    /** The printed table. */
    public MonthlyTable table() {
        return table;
    }

    Optional<BonusRates> bonus() {
        return bonus;
    }

    /** How derivations name it. */
    @Override
    public String toString() {
        return "withholding tables " + year;
    }
}
