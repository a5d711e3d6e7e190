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
            WithholdingYear.class, "upper.csv", "987a6213247aed8abdcb4e4997c21829b209af15f058139910dafcd5cec74ad9");
    private static final Table COMPUTER = Table.load(
            WithholdingYear.class, "computer.csv", "2f469c5675f470e441f606fcaaa2f5d1daaa4885ece8f0f8d38841ad76bc4ebf");
    private static final ImmutableList<WithholdingYear> YEARS = Lists.immutable.of(
            new WithholdingYear(
                    2025,
                    "4ee21ee11b8087bde9d883a0b394848a7b9bb6e41ce4035c5d36dc0f390d5a7e",
                    Optional.of("f8c5ac34ab14fe88a6bdbdb310ba2ed9f8ffc163a3e358a016c5c665f080e87b")),
            new WithholdingYear(
                    2026,
                    "5b2734d747c44232dba02cd2d91d264720ed4d45af439eb0adee9f70393c3415",
                    Optional.of("a910fafebab9867b7b13d6573f4125e2d15f97d1db2fd1f09f70aea499e48d65")),
            new WithholdingYear(
                    2027, "a4aab1e3af7ea70b86d8df24eba8614875741d5e76ee0c49b0f42c7c669c48c5", Optional.empty()));

    private final int year;
    private final ComputerMethod computer;
    private final MonthlyTable table;
    private final Optional<BonusRates> bonus;

    private WithholdingYear(int year, String monthly, Optional<String> bonusRates) {
        this.year = year;
        this.computer = new ComputerMethod(COMPUTER, String.valueOf(year));
        this.table = new MonthlyTable(
                String.valueOf(year), Table.load(WithholdingYear.class, "monthly-" + year + ".csv", monthly), UPPER);
        this.bonus = bonusRates.map(
                sum -> new BonusRates(Table.load(WithholdingYear.class, "bonus-" + year + ".csv", sum)));
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
}
