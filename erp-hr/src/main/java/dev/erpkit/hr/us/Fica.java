package dev.erpkit.hr.us;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.payroll.Caps;
import dev.erpkit.hr.payroll.Rate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Social security and Medicare on one payment: 6.2 % up to the wage base of the year, 1.45 % on all, 0.9 % more from the
 * employee above 200,000 of wages with this employer. All in cents, each line rounded half up.
 *
 * @param socialSecurityBase what of the payment lies under the wage base
 * @param socialSecurity of the employee, and as much of the employer (IRC 3101(a), 3111(a))
 * @param medicare of the employee, and as much of the employer (IRC 3101(b)(1), 3111(b))
 * @param additionalMedicare of the employee alone (IRC 3101(b)(2), 3102(f))
 */
public record Fica(long socialSecurityBase, long socialSecurity, long medicare, long additionalMedicare) {
    static final Rate SOCIAL_SECURITY = Rate.percent("6.2");
    static final Rate MEDICARE = Rate.percent("1.45");
    static final Rate ADDITIONAL = Rate.percent("0.9");
    static final long ADDITIONAL_ABOVE = 200_000_00;
    static final RoundingPolicy CENT = RoundingPolicy.parse("half-up:2");
    static final CurrencyUnit USD = Amounts.currency("USD");

    /**
     * Contribution and benefit bases in dollars (Social Security Administration, Maximum Taxable Earnings Each Year,
     * {@code ssa.gov/benefits/retirement/planner/maxtax.html}).
     */
    private static final ImmutableMap<Integer, Long> WAGE_BASES = Maps.mutable
            .<Integer, Long>empty()
            .withKeyValue(2020, 137_700L)
            .withKeyValue(2021, 142_800L)
            .withKeyValue(2022, 147_000L)
            .withKeyValue(2023, 160_200L)
            .withKeyValue(2024, 168_600L)
            .withKeyValue(2025, 176_100L)
            .withKeyValue(2026, 184_500L)
            .toImmutable();

    /** The wage base of a year in cents, or {@code us.year-uncovered}: 2020 to 2026 are known. */
    public static Outcome<Long> wageBase(int year) {
        Long base = WAGE_BASES.get(year);
        return base == null
                ? Outcome.refused(FederalRefusals.yearUncovered("the social security wage base", year))
                : Outcome.accepted(base * 100);
    }

    /**
     * The contributions on a payment.
     *
     * @param year of payment
     * @param wages of the payment in cents
     * @param before wages of the year with this employer before it, in cents
     */
    public static Outcome<Fica> on(int year, long wages, long before) {
        return wageBase(year).map(base -> {
            long under = Caps.within(base, before, wages);
            return new Fica(
                    under,
                    share(under, SOCIAL_SECURITY),
                    share(wages, MEDICARE),
                    share(Caps.above(ADDITIONAL_ABOVE, before, wages), ADDITIONAL));
        });
    }

    private static long share(long amount, Rate rate) {
        return CENT.share(amount, rate.numerator(), rate.denominator(), USD);
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "Fica";
    }
}
