package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Table;
import dev.erpkit.hr.japan.internal.Yen;
import dev.erpkit.hr.payroll.Rate;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Employment insurance and workers' accident insurance (Act 84 of 1969): on the whole wage, commuting allowance and bonus
 * included, without a cap. The day on which the wages were closed decides which fiscal year's rate holds.
 */
public final class EmploymentInsurance {
    private static final Table TABLE = Table.load(
            EmploymentInsurance.class,
            "employment-insurance.csv",
            "cc1f5b3e58bc0f05e54f6572847fdea8b37ab7116a26febabb2b0b26953c409f");
    private static final long UNIT = 10_000;

    private EmploymentInsurance() {}

    /** Kinds of business with a rate of their own. */
    public enum Business {
        /** All others. */
        GENERAL,
        /** Agriculture, forestry, fishery, and making of sake. */
        AGRICULTURE,
        /** Construction. */
        CONSTRUCTION;

        /** The stable name, such as {@code general}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The rates of a fiscal year.
     *
     * @param employee of the wage
     * @param employer of the wage
     */
    public record Rates(Rate employee, Rate employer) {
        /**
         * The premiums of a wage: of the employee's 50 sen and under are dropped and more goes up, of the employer's the
         * fraction is dropped.
         */
        public PremiumShare of(long wage) {
            return new PremiumShare(
                    Yen.fiftySenDown(wage, employee.numerator(), employee.denominator()),
                    Yen.floor(wage, employer.numerator(), employer.denominator()));
        }
    }

    /** The rates for wages closed on a day, or {@code japan.not-covered}. */
    public static Outcome<Rates> rates(Business business, LocalDate closing) {
        return TABLE.rows()
                .detectOptional(row -> row.text(0).equals(business.text())
                        && !closing.isBefore(row.day(1))
                        && closing.isBefore(row.day(2)))
                .map(row -> Outcome.accepted(new Rates(new Rate(row.number(3), UNIT), new Rate(row.number(4), UNIT))))
                .orElseGet(() -> Outcome.refused(Refusals.notCovered("rate of employment insurance", closing)));
    }

    /**
     * The rate of workers' accident insurance by the number of the kind of business: 94 other businesses, 95 agriculture and
     * fishery other than at sea, 35 building. A merit rate given to an employer takes its place.
     *
     * @return or {@code japan.not-confirmed} for all other kinds
     */
    public static Outcome<Rate> accidentRate(String kind) {
        return switch (kind) {
            case "94" -> Outcome.accepted(Rate.perMille("3"));
            case "95" -> Outcome.accepted(Rate.perMille("13"));
            case "35" -> Outcome.accepted(Rate.perMille("9.5"));
            default -> Outcome.refused(Refusals.notConfirmed("accident insurance rate of business " + kind));
        };
    }

    /** What the employer pays for accident insurance, its fraction dropped. */
    public static long accidentPremium(long wage, Rate rate) {
        return Yen.floor(wage, rate.numerator(), rate.denominator());
    }
}
