package dev.erpkit.hr.japan.benefit;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.internal.Refusals;
import java.math.BigDecimal;

/**
 * Housing that an employer lets to its people (社宅) below its usual rent (Income Tax Basic Circular 36-40, 36-41, 36-45 and
 * 36-47). Bases are those of the property tax of the year (固定資産税の課税標準額), in yen; the area is the floor of the whole
 * building with its common parts, or of the part that is let with its share of the bases and the common parts.
 *
 * @param building the base of the building
 * @param land the base of the land
 * @param squareMetres the floor
 */
public record CompanyHousing(long building, long land, BigDecimal squareMetres) {
    private static final Rational BUILDING = Rational.of(2, 1_000);
    private static final Rational LAND = Rational.of(22, 10_000);
    private static final Rational FLOOR = Rational.of(120, 33);
    private static final Rational OFFICER_LAND = Rational.of(6, 100);
    private static final BigDecimal LUXURY = BigDecimal.valueOf(240);

    /**
     * How long the law lets the building live: up to thirty years, such as wood, or longer. It decides up to which floor housing
     * of officers counts as small and what the building is charged otherwise.
     */
    public enum Building {
        /** A useful life up to 30 years: small up to 132 square metres, else 12 % of its base a year. */
        UP_TO_30_YEARS(132, 12),
        /** A useful life beyond 30 years: small up to 99 square metres, else 10 % of its base a year. */
        BEYOND_30_YEARS(99, 10);

        private final int small;
        private final int percent;

        Building(int small, int percent) {
            this.small = small;
            this.percent = percent;
        }
    }

    /**
     * The usual rent of housing of employees and of small housing, a month in yen, exactly: 0.2 % of the building's base, 12 yen
     * for each 3.3 square metres, 0.22 % of the land's base.
     *
     * <p>Worked: 3,000,000 and 5,000,000 yen and 66 square metres are 6,000 + 240 + 11,000 = 17,240 yen.
     */
    public Rational usualRent() {
        return Rational.of(building)
                .multiply(BUILDING)
                .add(Rational.of(squareMetres).multiply(FLOOR))
                .add(Rational.of(land).multiply(LAND));
    }

    /**
     * What is taxed as pay of an employee a month: nothing when half of the usual rent is borne, else all of what is missing to
     * the usual rent.
     *
     * @param pays what the employee pays a month, in yen
     * @param rounding of what is taxed, to yen; the circular names none
     * @return or {@code japan.below-zero}
     */
    public Outcome<Long> taxedOfEmployee(long pays, RoundingPolicy rounding) {
        if (belowZero() || pays < 0) {
            return Outcome.refused(Refusals.belowZero("base, floor or rent of housing"));
        }
        boolean half = Rational.of(pays).multiply(Rational.of(2)).compareTo(usualRent()) >= 0;
        return Outcome.accepted(half ? 0 : missing(usualRent(), pays, rounding));
    }

    /**
     * What is taxed as pay of an officer a month: all that is missing to the usual rent. That of small housing is
     * {@link #usualRent()}; else it is a twelfth of 12 % or 10 % of the building's base and 6 % of the land's, and no less than
     * half of the rent that the employer pays for it itself.
     *
     * @param employerPays what the employer pays to the owner a month, in yen; zero for a house of its own
     * @param pays what the officer pays a month
     * @param rounding of what is taxed, to yen; the circular names none
     * @return or {@code japan.below-zero}; {@code japan.not-confirmed} above 240 square metres, where by the circumstances a
     *     market rent may count
     */
    public Outcome<Long> taxedOfOfficer(Building kind, long employerPays, long pays, RoundingPolicy rounding) {
        if (belowZero() || Math.min(employerPays, pays) < 0) {
            return Outcome.refused(Refusals.belowZero("base, floor or rent of housing"));
        }
        if (squareMetres.compareTo(LUXURY) > 0) {
            return Outcome.refused(Refusals.notConfirmed("rent of housing of officers above 240 square metres"));
        }
        return Outcome.accepted(missing(officerRent(kind, employerPays), pays, rounding));
    }

    private Rational officerRent(Building kind, long employerPays) {
        if (squareMetres.compareTo(BigDecimal.valueOf(kind.small)) <= 0) {
            return usualRent();
        }
        Rational owned = Rational.of(building)
                .multiply(Rational.of(kind.percent, 100))
                .add(Rational.of(land).multiply(OFFICER_LAND))
                .divide(Rational.of(12));
        Rational half = Rational.of(employerPays, 2);
        return owned.compareTo(half) >= 0 ? owned : half;
    }

    private boolean belowZero() {
        return Math.min(building, land) < 0 || squareMetres.signum() < 0;
    }

    private static long missing(Rational rent, long pays, RoundingPolicy rounding) {
        Rational missing = rent.subtract(Rational.of(pays));
        return missing.signum() <= 0 ? 0 : rounding.round(missing).longValueExact();
    }

    /** Without bases, which tell where somebody lives. */
    @Override
    public String toString() {
        return "CompanyHousing";
    }
}
