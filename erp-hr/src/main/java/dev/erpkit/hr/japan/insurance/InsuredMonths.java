package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * For which months premiums are due: by age as in {@link InsuredAges}, and by joining and leaving. Insurance is lost
 * on the day after the last day of work; the month of loss is free (Health Insurance Act article 156 (3)), unless it
 * is also the month of joining.
 */
public final class InsuredMonths {
    private static final long MONTHS = 12;

    private InsuredMonths() {}

    /** Whether care insurance is due for a month; or {@code japan.birthday-in-future}. */
    public static Outcome<Boolean> care(LocalDate born, YearMonth month) {
        return ages(born, month).map(ages -> ages.care(born.toEpochDay()));
    }

    /** Whether pension insurance is due for a month; or {@code japan.birthday-in-future}. */
    public static Outcome<Boolean> pension(LocalDate born, YearMonth month) {
        return ages(born, month).map(ages -> ages.pension(born.toEpochDay()));
    }

    /** Whether health insurance is due for a month; or {@code japan.birthday-in-future}. */
    public static Outcome<Boolean> health(LocalDate born, YearMonth month) {
        return ages(born, month).map(ages -> ages.health(born.toEpochDay()));
    }

    private static Outcome<InsuredAges> ages(LocalDate born, YearMonth month) {
        InsuredAges ages = InsuredAges.of(month);
        return ages.born(born.toEpochDay()) ? Outcome.accepted(ages) : Outcome.refused(Refusals.birthday());
    }

    private static long number(LocalDate day) {
        return day.getYear() * MONTHS + day.getMonthValue();
    }

    private static long number(YearMonth month) {
        return month.getYear() * MONTHS + month.getMonthValue();
    }

    /** Whether somebody who joined and perhaps left is insured for a month. */
    public static boolean due(LocalDate joined, Optional<LocalDate> lastDay, YearMonth month) {
        long first = number(joined);
        if (number(month) < first || lastDay.isEmpty()) {
            return number(month) >= first;
        }
        long loss = number(lastDay.get().plusDays(1));
        return number(month) < loss || (number(month) == loss && loss == first);
    }

    /**
     * The months whose premiums may be deducted from the pay of a month: the month before (Health Insurance Act
     * article 167 (1)), and when the insurance ends with it, the month itself too. Leaving on the last day of a month
     * costs two premiums, on the day before only one.
     */
    public static ImmutableList<YearMonth> deducted(LocalDate joined, Optional<LocalDate> lastDay, YearMonth payMonth) {
        MutableList<YearMonth> months = Lists.mutable.empty();
        if (due(joined, lastDay, payMonth.minusMonths(1))) {
            months.add(payMonth.minusMonths(1));
        }
        if (endsIn(joined, lastDay, payMonth)) {
            months.add(payMonth);
        }
        return months.toImmutable();
    }

    /** Whether the insurance has ended by a month for which a premium is due, so that its pay bears this one too. */
    public static boolean endsIn(LocalDate joined, Optional<LocalDate> lastDay, YearMonth month) {
        return lastDay.isPresent() && number(lastDay.get()) <= number(month) && due(joined, lastDay, month);
    }
}
