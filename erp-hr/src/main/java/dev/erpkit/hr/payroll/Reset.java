package dev.erpkit.hr.payroll;

import java.time.LocalDate;

/** When an accumulator starts again from nothing. */
public sealed interface Reset {
    /** The first day of the window that a day lies in. */
    LocalDate windowOf(LocalDate day);

    /** With every month. */
    record Monthly() implements Reset {
        @Override
        public LocalDate windowOf(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    }

    /**
     * With every year.
     *
     * @param firstMonth 1 for calendar years, 4 for years from April to March
     */
    record Yearly(int firstMonth) implements Reset {
        /** Checks the month. */
        public Yearly {
            if (firstMonth < 1 || firstMonth > 12) {
                throw new IllegalArgumentException("month must be 1 to 12: " + firstMonth);
            }
        }

        @Override
        public LocalDate windowOf(LocalDate day) {
            int year = day.getMonthValue() >= firstMonth ? day.getYear() : day.getYear() - 1;
            return LocalDate.of(year, firstMonth, 1);
        }
    }

    /** Never, as long as somebody is employed. */
    record Never() implements Reset {
        @Override
        public LocalDate windowOf(LocalDate day) {
            return LocalDate.EPOCH;
        }
    }

    /** With every month. */
    static Reset monthly() {
        return new Monthly();
    }

    /** With every calendar year. */
    static Reset calendarYear() {
        return new Yearly(1);
    }

    /** With every year that begins in this month. */
    static Reset yearFrom(int firstMonth) {
        return new Yearly(firstMonth);
    }

    /** Never. */
    static Reset never() {
        return new Never();
    }
}
