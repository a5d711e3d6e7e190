package dev.erpkit.accounting.dunning;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How much of a year lies between two days, for interest. */
public enum DayCount {
    /** Days over 365, in leap years too (2006 ISDA Definitions 4.16(d)). The custom in Japan and the United Kingdom. */
    ACTUAL_365("actual/365") {
        @Override
        Rational fraction(LocalDate from, LocalDate to) {
            return Rational.of(ChronoUnit.DAYS.between(from, to), 365);
        }
    },
    /** Days over 360 (4.16(e)). */
    ACTUAL_360("actual/360") {
        @Override
        Rational fraction(LocalDate from, LocalDate to) {
            return Rational.of(ChronoUnit.DAYS.between(from, to), 360);
        }
    },
    /** The days in each calendar year over the days of that year (4.16(b)). */
    ACTUAL_ACTUAL("actual/actual") {
        @Override
        Rational fraction(LocalDate from, LocalDate to) {
            Rational years = Rational.ZERO;
            LocalDate day = from;
            while (day.isBefore(to)) {
                LocalDate newYear = LocalDate.of(day.getYear() + 1, 1, 1);
                LocalDate end = newYear.isBefore(to) ? newYear : to;
                years = years.add(Rational.of(ChronoUnit.DAYS.between(day, end), day.lengthOfYear()));
                day = end;
            }
            return years;
        }
    },
    /** Months of 30 days over 360, a 31st being a 30th (4.16(g), the Eurobond basis). */
    THIRTY_360("30/360") {
        @Override
        Rational fraction(LocalDate from, LocalDate to) {
            long months = 12L * (to.getYear() - from.getYear()) + to.getMonthValue() - from.getMonthValue();
            long days = Math.min(30, to.getDayOfMonth()) - Math.min(30, from.getDayOfMonth());
            return Rational.of(30 * months + days, 360);
        }
    };

    private final String text;

    DayCount(String text) {
        this.text = text;
    }

    /** The part of a year from a day to another that is not before it. */
    abstract Rational fraction(LocalDate from, LocalDate to);

    /** The stable name, such as {@code actual/365}. */
    public String text() {
        return text;
    }

    /**
     * The convention with this stable name.
     *
     * @throws InvalidValueException {@code dunning.policy}
     */
    public static DayCount parse(String text) {
        for (DayCount count : values()) {
            if (count.text.equals(text)) {
                return count;
            }
        }
        throw new InvalidValueException(
                "DayCount",
                "text",
                "dunning.policy",
                "must be actual/365, actual/360, actual/actual or 30/360: " + text);
    }
}
