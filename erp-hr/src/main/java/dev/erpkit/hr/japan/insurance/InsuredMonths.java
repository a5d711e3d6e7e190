package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Ages;
import dev.erpkit.hr.japan.internal.Refusals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * For which months premiums are due. An age is attained on the day before the birthday: care is due from the month of the 40th
 * to the month before the 65th; pension until the month before the 70th; health until the month before the 75th birthday.
 * Insurance is lost on the day after the last day of work; the month of loss is free (Health Insurance Act article 156 (3)),
 * unless it is also the month of joining.
 */
public final class InsuredMonths {
    private static final int CARE_FROM = 40;
    private static final int CARE_TO = 65;
    private static final int PENSION_TO = 70;
    private static final int HEALTH_TO = 75;

    private InsuredMonths() {}

    /** Whether care insurance is due for a month; or {@code japan.birthday-in-future}. */
    public static Outcome<Boolean> care(LocalDate born, YearMonth month) {
        return born(born, month)
                .map(day -> !month.isBefore(YearMonth.from(Ages.attained(day, CARE_FROM)))
                        && month.isBefore(YearMonth.from(Ages.attained(day, CARE_TO))));
    }

    /** Whether pension insurance is due for a month; or {@code japan.birthday-in-future}. */
    public static Outcome<Boolean> pension(LocalDate born, YearMonth month) {
        return born(born, month).map(day -> month.isBefore(YearMonth.from(Ages.attained(day, PENSION_TO))));
    }

    /** Whether health insurance is due for a month; or {@code japan.birthday-in-future}. */
    public static Outcome<Boolean> health(LocalDate born, YearMonth month) {
        return born(born, month).map(day -> month.isBefore(YearMonth.from(Ages.anniversary(day, HEALTH_TO))));
    }

    private static Outcome<LocalDate> born(LocalDate born, YearMonth month) {
        return born.isAfter(month.atEndOfMonth()) ? Outcome.refused(Refusals.birthday()) : Outcome.accepted(born);
    }

    /** Whether somebody who joined and perhaps left is insured for a month. */
    public static boolean due(LocalDate joined, Optional<LocalDate> lastDay, YearMonth month) {
        YearMonth first = YearMonth.from(joined);
        if (month.isBefore(first)) {
            return false;
        }
        return lastDay.map(day -> YearMonth.from(day.plusDays(1)))
                .map(loss -> month.isBefore(loss) || (month.equals(loss) && month.equals(first)))
                .orElse(true);
    }

    /**
     * The months whose premiums may be deducted from the pay of a month: the month before (Health Insurance Act article 167
     * (1)), and when the insurance ends with it, the month itself too. Leaving on the last day of a month costs two premiums,
     * on the day before only one.
     */
    public static ImmutableList<YearMonth> deducted(LocalDate joined, Optional<LocalDate> lastDay, YearMonth payMonth) {
        MutableList<YearMonth> months = Lists.mutable.empty();
        if (due(joined, lastDay, payMonth.minusMonths(1))) {
            months.add(payMonth.minusMonths(1));
        }
        boolean ends = lastDay.isPresent() && !YearMonth.from(lastDay.get()).isAfter(payMonth);
        if (ends && due(joined, lastDay, payMonth)) {
            months.add(payMonth);
        }
        return months.toImmutable();
    }
}
