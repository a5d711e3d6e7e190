package dev.erpkit.hr.japan.payslip;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.payroll.PayDates;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;

/**
 * An employer's practice of paying and collecting, declared once; it is frozen in the dates of each payment.
 *
 * <p>Worked, for wages closed at the end of June 2026: paid in the next month (翌月払い) they are paid in July, and with
 * premiums collected in the next month (翌月徴収) that pay bears the premium of June. Paid in the same month they are paid
 * in June, and with premiums collected in the same month (当月徴収) that pay bears the premium of June as well.
 *
 * @param payment in which month wages are paid: that in which they are closed, or the next
 * @param premiums from what is paid in which month the premium of a month is collected: in that month, or in the next
 *     as Health Insurance Act article 167 (1) says
 */
public record PayPolicy(When payment, When premiums) {
    /** Which month, seen from one that came before. */
    public enum When {
        /** That month. */
        SAME_MONTH,
        /** The month after it. */
        NEXT_MONTH;

        /** The stable name, such as {@code next-month}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private int later() {
            return this == NEXT_MONTH ? 1 : 0;
        }
    }

    /** In which month the wages of a period are paid; the last day of the period is that of closing. */
    public YearMonth payMonth(DateRange period) {
        return YearMonth.from(period.lastDay()).plusMonths(payment.later());
    }

    /**
     * The dates of a monthly payment: with the premium month, and the year of the notice of resident tax, which runs
     * from June to May.
     *
     * @param day the day of payment, after it gave way to a holiday
     * @throws InvalidValueException {@code japan.pay-month} when it is not in {@link #payMonth}
     */
    public PayDates dates(DateRange period, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        if (!month.equals(payMonth(period))) {
            throw new InvalidValueException(
                    "PayPolicy", "payment", "japan.pay-month", "must be in " + payMonth(period) + " but is " + day);
        }
        int noticed = month.getMonthValue() >= Month.JUNE.getValue() ? month.getYear() : month.getYear() - 1;
        return PayDates.of(period, day)
                .premium(month.minusMonths(premiums.later()))
                .notice(noticed);
    }
}
