package dev.erpkit.hr.japan.labour;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Duration;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The hourly base of premiums: the monthly wage without the seven allowances of article 21 of the Ordinance, divided by the
 * average scheduled hours of a month, which are those of the year divided by twelve (article 19 (1) 4).
 *
 * <p>Worked: 340,000 yen a month at 2,040 hours a year is 340,000 / 170 = 2,000 yen an hour.
 */
public final class HourlyBase {
    private HourlyBase() {}

    /** What a part of a monthly wage is. Only those that article 21 lists stay out, and by what they are, not by their name. */
    public enum Part {
        /** Counts: base pay and every allowance that is not listed. */
        INCLUDED,
        /** Family allowance (家族手当). */
        FAMILY,
        /** Commuting allowance (通勤手当). */
        COMMUTING,
        /** Allowance for living apart (別居手当). */
        SEPARATION,
        /** Allowance for the education of children (子女教育手当). */
        EDUCATION,
        /** Housing allowance by the cost of housing (住宅手当). */
        HOUSING,
        /** Wages paid for a special occasion (臨時に支払われた賃金). */
        OCCASIONAL,
        /** Wages paid for more than a month, such as a bonus. */
        LONGER_THAN_A_MONTH
    }

    /**
     * A part of a monthly wage.
     *
     * @param part what it is
     * @param yen its amount
     */
    public record WagePart(Part part, long yen) {
        /** Checks the amount: {@code labour.wage}. */
        public WagePart {
            if (yen < 0) {
                throw new InvalidValueException("WagePart", "yen", "labour.wage", "must not be below zero");
            }
        }

        /** Without the amount, which is pay. */
        @Override
        public String toString() {
            return "WagePart[" + part + "]";
        }
    }

    /** The base of a wage in parts: see {@link #ofMonthly}. */
    public static Rational of(ImmutableList<WagePart> wage, Rational annualHours) {
        return ofMonthly(wage.select(part -> part.part() == Part.INCLUDED).sumOfLong(WagePart::yen), annualHours);
    }

    /**
     * The base of a monthly wage, exactly.
     *
     * @param includedYen the wage without what stays out, 0 or more ({@code labour.wage})
     * @param annualHours scheduled in a year, above zero ({@code labour.annual-hours})
     */
    public static Rational ofMonthly(long includedYen, Rational annualHours) {
        if (includedYen < 0) {
            throw new InvalidValueException("HourlyBase", "includedYen", "labour.wage", "must not be below zero");
        }
        if (annualHours.signum() <= 0) {
            throw new InvalidValueException(
                    "HourlyBase",
                    "annualHours",
                    "labour.annual-hours",
                    "must be above zero; negative hours do not exist");
        }
        return Rational.of(includedYen).multiply(Rational.of(12)).divide(annualHours);
    }

    /** The hours of a month as the law lets them be rounded: less than 30 minutes are dropped, 30 and more are an hour. */
    public static long permittedHours(Duration month) {
        if (month.isNegative()) {
            throw new InvalidValueException("HourlyBase", "month", "labour.hours", "must not be below zero");
        }
        return month.plusMinutes(30).toHours();
    }
}
