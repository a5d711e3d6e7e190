package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * For which months premiums are due: by age as in {@link InsuredAges}, and by joining and leaving. Insurance is lost
 * on the day after the last day of work; the month of loss is free (Health Insurance Act article 156 (3)), unless it
 * is also the month of joining.
 */
public final class InsuredMonths {
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

    /** Whether somebody who joined and perhaps left is insured for a month. */
    public static boolean due(LocalDate joined, Optional<LocalDate> lastDay, YearMonth month) {
        return CollectedMonths.due(
                joined.toEpochDay(),
                number(lastDay),
                month.atDay(1).toEpochDay(),
                month.plusMonths(1).atDay(1).toEpochDay());
    }

    private static long number(Optional<LocalDate> lastDay) {
        return lastDay.map(LocalDate::toEpochDay).orElse(CollectedMonths.NO_LAST_DAY);
    }

    /** The months whose premiums a payment bears, in their order: see {@link CollectedMonths}. */
    public static ImmutableList<YearMonth> deducted(
            LocalDate joined, Optional<LocalDate> lastDay, CollectedMonths payment) {
        return payment.months()
                .selectWithIndex((month, place) -> payment.bears(place, joined.toEpochDay(), number(lastDay)));
    }
}
