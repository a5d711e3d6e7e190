package dev.erpkit.accounting.deferral;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What the months of a service period weigh. A whole month weighs one under every basis but {@link #DAYS}; they differ in
 * what a month weighs of which only some days are served. 22 of the 31 days of January weigh:
 *
 * <table>
 * <caption>Names</caption>
 * <tr><th>{@code days}</th><td>22</td></tr>
 * <tr><th>{@code months-by-days}</th><td>22/31</td></tr>
 * <tr><th>{@code months-of-30-days}</th><td>21/30 from the 10th on: as if every month had 30 days</td></tr>
 * <tr><th>{@code months-by-halves}</th><td>1/2, the nearest half</td></tr>
 * <tr><th>{@code months-by-tenths}</th><td>7/10: 21 nights of 30, to tenths, as ERPNext books monthly deferrals</td></tr>
 * <tr><th>{@code whole-months}</th><td>1: every month begun counts</td></tr>
 * </table>
 */
public enum SpreadBasis {
    /** By the day. */
    DAYS("days") {
        @Override
        Rational month(LocalDate from, LocalDate last) {
            return Rational.of(days(from, last));
        }
    },
    /** Equal months, a partial month by its share of days. */
    MONTHS_BY_DAYS("months-by-days") {
        @Override
        Rational month(LocalDate from, LocalDate last) {
            return Rational.of(days(from, last), from.lengthOfMonth());
        }
    },
    /** Equal months of 30 days each. */
    MONTHS_OF_30_DAYS("months-of-30-days") {
        @Override
        Rational month(LocalDate from, LocalDate last) {
            int through = isEndOfMonth(last) ? 30 : Math.min(last.getDayOfMonth(), 30);
            return Rational.of(through - Math.min(from.getDayOfMonth(), 30) + 1, 30);
        }
    },
    /** Equal months, a partial month to the nearest half. */
    MONTHS_BY_HALVES("months-by-halves") {
        @Override
        Rational month(LocalDate from, LocalDate last) {
            return Rational.of((4 * days(from, last) + from.lengthOfMonth()) / (2L * from.lengthOfMonth()), 2);
        }
    },
    /** Equal months, a partial month by its share of nights to the nearest tenth, the middle to the even one. */
    MONTHS_BY_TENTHS("months-by-tenths") {
        @Override
        Rational month(LocalDate from, LocalDate last) {
            return isWhole(from, last)
                    ? Rational.ONE
                    : Rational.of(BigDecimal.valueOf(days(from, last) - 1)
                            .divide(BigDecimal.valueOf(from.lengthOfMonth() - 1L), 1, RoundingMode.HALF_EVEN));
        }
    },
    /** Equal months, every one begun counts. */
    WHOLE_MONTHS("whole-months") {
        @Override
        Rational month(LocalDate from, LocalDate last) {
            return Rational.ONE;
        }
    };

    private final String text;

    SpreadBasis(String text) {
        this.text = text;
    }

    /** What days of one month weigh. */
    abstract Rational month(LocalDate from, LocalDate last);

    private static long days(LocalDate from, LocalDate last) {
        return last.toEpochDay() - from.toEpochDay() + 1;
    }

    private static boolean isEndOfMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }

    private static boolean isWhole(LocalDate from, LocalDate last) {
        return from.getDayOfMonth() == 1 && isEndOfMonth(last);
    }

    /** What a period weighs: the sum over its months. */
    public Rational weight(DateRange period) {
        Rational weight = Rational.ZERO;
        LocalDate from = period.startInclusive();
        while (!from.isAfter(period.lastDay())) {
            LocalDate last = endOfMonth(from, period);
            weight = weight.add(month(from, last));
            from = last.plusDays(1);
        }
        return weight;
    }

    /** The last day of the month of a day, or of the period when that ends before. */
    static LocalDate endOfMonth(LocalDate day, DateRange period) {
        LocalDate end = day.withDayOfMonth(day.lengthOfMonth());
        return end.isBefore(period.lastDay()) ? end : period.lastDay();
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The basis with this stable name.
     *
     * @throws InvalidValueException {@code deferral.unknown-policy}
     */
    public static SpreadBasis parse(String text) {
        return Named.parse(values(), SpreadBasis::text, "SpreadBasis", text);
    }
}
