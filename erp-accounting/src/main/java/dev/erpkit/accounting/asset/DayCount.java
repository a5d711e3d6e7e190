package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;

/** How many days lie between two dates, the first counted and the second not. */
public enum DayCount {
    /** The days of the calendar. */
    ACTUAL("actual") {
        @Override
        public long days(LocalDate start, LocalDate endExclusive) {
            return endExclusive.toEpochDay() - start.toEpochDay();
        }
    },
    /** As if 29 February did not exist: every year has 365 days, and the leap day counts as the day before it. */
    NO_LEAP_DAY("no-leap-day") {
        @Override
        public long days(LocalDate start, LocalDate endExclusive) {
            return ordinal(endExclusive) - ordinal(start);
        }

        private static long ordinal(LocalDate day) {
            boolean behind = day.isLeapYear() && day.getDayOfYear() >= LEAP_DAY;
            return day.getYear() * 365L + day.getDayOfYear() - (behind ? 1 : 0);
        }
    },
    /** Twelve months of 30 days; a 31st counts as a 30th. */
    THIRTY_360("30-360") {
        @Override
        public long days(LocalDate start, LocalDate endExclusive) {
            return ordinal(endExclusive) - ordinal(start);
        }

        private static long ordinal(LocalDate day) {
            return (day.getYear() * 12L + day.getMonthValue()) * 30 + Math.min(day.getDayOfMonth(), 30);
        }
    };

    private static final int LEAP_DAY = 60;

    private final String text;

    DayCount(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code no-leap-day}. */
    public String text() {
        return text;
    }

    /** The days from the first date to the day before the second. */
    public abstract long days(LocalDate start, LocalDate endExclusive);

    /** The days of the year that ends before a date: 365 or 366, or what the count makes of it. */
    long yearBefore(LocalDate endExclusive) {
        return this == THIRTY_360 ? 360 : days(endExclusive.minusYears(1), endExclusive);
    }

    /** A number that the days of every year divide. */
    long commonYear() {
        return switch (this) {
            case ACTUAL -> 365L * 366;
            case NO_LEAP_DAY -> 365;
            case THIRTY_360 -> 360;
        };
    }

    /**
     * The count with this stable name.
     *
     * @throws InvalidValueException {@code asset.unknown-name}
     */
    public static DayCount parse(String text) {
        return Names.parse(values(), DayCount::text, "DayCount", text);
    }
}
