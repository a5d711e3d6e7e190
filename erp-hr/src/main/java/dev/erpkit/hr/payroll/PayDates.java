package dev.erpkit.hr.payroll;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The clocks of one payment; rules name the one they use.
 *
 * @param period the days of work that are paid, to which the earnings are attributed
 * @param closing when the wages were closed
 * @param payment when they are paid
 * @param premiumMonth the month whose social insurance premiums are deducted, where there are any
 * @param noticeYear the year of the notice by which a local tax is collected, where there is one
 */
public record PayDates(
        DateRange period,
        LocalDate closing,
        LocalDate payment,
        Optional<YearMonth> premiumMonth,
        Optional<Integer> noticeYear) {

    /** Checks that the period has an end: {@code payroll.period}. */
    public PayDates {
        if (!period.hasStart() || !period.hasEnd()) {
            throw new InvalidValueException("PayDates", "period", "payroll.period", "must have a first and a last day");
        }
    }

    /** Wages closed on the last day of the period. */
    public static PayDates of(DateRange period, LocalDate payment) {
        return new PayDates(period, period.lastDay(), payment, Optional.empty(), Optional.empty());
    }

    /** The same dates with another closing day. */
    public PayDates closedOn(LocalDate day) {
        return new PayDates(period, day, payment, premiumMonth, noticeYear);
    }

    /** The same dates with the month whose premiums are deducted. */
    public PayDates premium(YearMonth month) {
        return new PayDates(period, closing, payment, Optional.of(month), noticeYear);
    }

    /** The same dates with the year of the notice. */
    public PayDates notice(int year) {
        return new PayDates(period, closing, payment, premiumMonth, Optional.of(year));
    }

    /** The date that a key means, if this payment has it. */
    public Optional<LocalDate> on(KeyDate key) {
        return switch (key) {
            case WORK -> Optional.of(period.lastDay());
            case CLOSING -> Optional.of(closing);
            case PAYMENT -> Optional.of(payment);
            case PREMIUM_MONTH -> premiumMonth.map(month -> month.atDay(1));
            case NOTICE_YEAR -> noticeYear.map(year -> LocalDate.of(year, 1, 1));
        };
    }
}
