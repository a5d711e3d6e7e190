package dev.erpkit.storage.jdbc;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.payroll.PayDates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The dates of a payment as six columns. */
final class PayDateColumns {
    static final String NAMES = "period_start, period_end, closing, payment, premium_month, notice_year";

    private PayDateColumns() {}

    static Row bind(Row row, PayDates dates) throws SQLException {
        return row.day(dates.period().startInclusive())
                .day(dates.period().endExclusive())
                .day(dates.closing())
                .day(dates.payment())
                .day(dates.premiumMonth().map(month -> month.atDay(1)))
                .number(dates.noticeYear().map(Integer::longValue).orElse(null));
    }

    static Row none(Row row) throws SQLException {
        return row.day((LocalDate) null)
                .day((LocalDate) null)
                .day((LocalDate) null)
                .day((LocalDate) null)
                .day((LocalDate) null)
                .number((Long) null);
    }

    static PayDates of(ResultSet row) throws SQLException {
        int year = row.getInt("notice_year");
        Optional<Integer> notice = row.wasNull() ? Optional.empty() : Optional.of(year);
        return new PayDates(
                DateRange.of(
                        Row.day(row, "period_start").orElseThrow(),
                        Row.day(row, "period_end").orElseThrow()),
                Row.day(row, "closing").orElseThrow(),
                Row.day(row, "payment").orElseThrow(),
                Row.day(row, "premium_month").map(YearMonth::from),
                notice);
    }
}
