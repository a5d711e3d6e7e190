package dev.erpkit.hr.us;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.payroll.Rate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Federal unemployment tax of the employer (IRC 3301, 3302): 6.0 % of the first 7,000 a year less a credit of 5.4 %
 * for state tax that was paid in time, and less of a credit in states that owe the federal fund.
 */
public final class Futa {
    /** The wage base in cents. */
    public static final long WAGE_BASE = 7_000_00;

    static final Rate NET = Rate.percent("0.6");

    /**
     * Credit reductions of 2025 in tenths of a percent (Department of Labor, Final 2025 Federal Unemployment Tax Act
     * Credit Reductions, revised 10 November 2025; all other states have none): those of 2026 were not among the
     * sources when this was written.
     */
    private static final ImmutableMap<Integer, ImmutableMap<String, Integer>> REDUCTIONS =
            Maps.immutable.of(2025, Maps.immutable.of("CA", 12, "VI", 45));

    private Futa() {}

    /** What counts of the wages of a year, in cents. */
    public static long taxable(long wages) {
        return Math.min(WAGE_BASE, Math.max(0, wages));
    }

    /** The tax on wages of a year without credit reduction, in cents, rounded half up. */
    public static long tax(long wages) {
        return Fica.CENT.share(taxable(wages), NET.numerator(), NET.denominator(), Fica.USD);
    }

    /** The credit reduction of a state in a year, or {@code us.credit-reduction-unknown}. */
    public static Outcome<Rate> creditReduction(int year, String state) {
        return Optional.ofNullable(REDUCTIONS.get(year))
                .map(states -> Outcome.accepted(new Rate(states.getIfAbsentValue(state, 0), 1000)))
                .orElseGet(() -> Outcome.refused(FederalRefusals.reductionUnknown(year)));
    }

    /**
     * The tax on wages of a year with the credit reduction of a state, in cents, rounded half up.
     *
     * @param state the postal code, such as {@code TX}
     */
    public static Outcome<Long> settled(int year, String state, long wages) {
        return creditReduction(year, state)
                .map(reduction -> Fica.CENT.share(taxable(wages), 6 + tenths(reduction), 1000, Fica.USD));
    }

    private static long tenths(Rate reduction) {
        return reduction.numerator();
    }
}
