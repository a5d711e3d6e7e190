package dev.erpkit.company.people;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import dev.erpkit.hr.payroll.PayDates;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When people are paid: wages are closed on the 15th and paid on the 25th, bonuses in the middle of July and December,
 * and with the pay of December the tax of the year is settled. A day on which banks are closed gives way to the one
 * before; what is owed to an authority on such a day is paid on the one after.
 */
public final class PayCalendar {
    /** The first month whose pay is run here. */
    public static final YearMonth FIRST = YearMonth.of(2025, 4);

    /** The last one. */
    public static final YearMonth LAST = YearMonth.of(2026, 3);

    /** Whoever works for the company then is entered at the end of this day. */
    static final LocalDate OPENING = FIRST.atDay(1).minusDays(1);

    static final BusinessCalendar BANKS = BusinessCalendar.of(JapaneseHolidays.banks());
    private static final int CLOSING = 15;

    private PayCalendar() {}

    /** Whether a bonus is paid in a month. */
    public static boolean bonusIn(YearMonth month) {
        return month.getMonth() == Month.JULY || month.getMonth() == Month.DECEMBER;
    }

    /** The day on which the pay of a month arrives. */
    public static LocalDate payday(YearMonth month) {
        return BANKS.previousOrSame(month.atDay(25));
    }

    /** The day on which the bonus of a month arrives. */
    public static LocalDate bonusDay(YearMonth month) {
        return BANKS.previousOrSame(month.atDay(CLOSING));
    }

    /** The day on which taxes withheld in the month before are paid. */
    public static LocalDate tenth(YearMonth month) {
        return BANKS.nextOrSame(month.atDay(10));
    }

    /** The day on which the insurance of the month before is paid. */
    public static LocalDate insuranceDay(YearMonth month) {
        return BANKS.nextOrSame(month.atEndOfMonth());
    }

    /** The work that is paid in a month. */
    static DateRange period(YearMonth month) {
        return DateRange.ofClosed(month.minusMonths(1).atDay(CLOSING + 1), month.atDay(CLOSING));
    }

    /** The clocks of a month's pay: it bears the premiums of the month before. */
    static PayDates monthly(YearMonth month) {
        return PayDates.of(period(month), payday(month))
                .premium(month.minusMonths(1))
                .notice(month.getMonthValue() >= Month.JUNE.getValue() ? month.getYear() : month.getYear() - 1);
    }

    static LocalDate runDay(YearMonth month) {
        return BANKS.nextOrSame(month.atDay(CLOSING + 2));
    }

    private static LocalDate bonusRunDay(YearMonth month) {
        return BANKS.nextOrSame(month.atDay(11));
    }

    /** For October to March, or April to September; closed on the day on which it is decided. */
    private static PayDates bonus(YearMonth month) {
        LocalDate first =
                month.minusMonths(month.getMonth() == Month.JULY ? 9 : 8).atDay(1);
        DateRange half = DateRange.of(first, first.plusMonths(6));
        return PayDates.of(half, bonusDay(month)).closedOn(bonusRunDay(month)).premium(month);
    }

    private static PayDates settlement(YearMonth december) {
        LocalDate first = LocalDate.of(december.getYear(), Month.JANUARY, 1);
        return PayDates.of(DateRange.of(first, first.plusYears(1)), payday(december))
                .closedOn(december.atDay(CLOSING));
    }

    /** The runs of the year in their order. */
    static List<PayRun> runs() {
        List<PayRun> runs = new ArrayList<>();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            if (bonusIn(month)) {
                runs.add(new PayRun(month + "-bonus", PayRun.BONUS, month, bonus(month), bonusRunDay(month)));
            }
            runs.add(new PayRun(month.toString(), PayRun.MONTHLY, month, monthly(month), runDay(month)));
            if (month.getMonth() == Month.DECEMBER) {
                String edition = PayRun.YEAR_END + month.getYear();
                runs.add(new PayRun(month + "-year-end", edition, month, settlement(month), runDay(month)));
            }
        }
        return List.copyOf(runs);
    }

    /** The days on which something happens to people, or in payroll. */
    public static NavigableSet<LocalDate> days() {
        NavigableSet<LocalDate> days = new TreeSet<>(Staff.days());
        days.add(OPENING);
        runs().forEach(run -> {
            days.add(run.runDay());
            days.add(run.dates().payment());
        });
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            days.add(tenth(month));
            days.add(insuranceDay(month));
        }
        days.removeIf(day -> day.isAfter(LAST.atEndOfMonth()));
        return days;
    }
}
