package dev.erpkit.core.calendar.japan;

import java.time.LocalDate;
import java.time.Month;

/**
 * The days of the equinoxes in Japan Standard Time, by the approximation in 『新こよみ便利帳』 (暦計算研究会, 恒星社厚生閣), which
 * has one set of constants for 1900-1979 and one for 1980-2099:
 *
 * <pre>
 * day = INT(c + 0.242194 * (year - 1980) - INT((year - base) / 4))
 * </pre>
 *
 * <p>Here {@code base} is 1983 up to 1979 and 1980 afterwards, INT cuts decimals off, and the constant {@code c} is the day
 * and fraction of a day at which the sun passed the equinox. Tested to be exact for 1970 to 2050 against the published
 * calendar and its forecasts. The day is fixed officially in February of the year before (暦要項), so that a later year is a
 * forecast. Computed in whole millionths of a day.
 */
final class Equinoxes {
    private static final long MICRO = 1_000_000;
    private static final long DRIFT_PER_YEAR = 242_194;

    private Equinoxes() {}

    /** The vernal equinox of a year from 1900 to 2099. */
    static LocalDate vernal(int year) {
        return LocalDate.of(year, Month.MARCH, day(year, 20_835_700, 20_843_100));
    }

    /** The autumnal equinox of a year from 1900 to 2099. */
    static LocalDate autumnal(int year) {
        return LocalDate.of(year, Month.SEPTEMBER, day(year, 23_258_800, 23_248_800));
    }

    private static int day(int year, long until1979, long from1980) {
        long constant = year < 1980 ? until1979 : from1980;
        int leapDays = year < 1980 ? (year - 1983) / 4 : (year - 1980) / 4;
        return (int) ((constant + DRIFT_PER_YEAR * (year - 1980) - leapDays * MICRO) / MICRO);
    }
}
