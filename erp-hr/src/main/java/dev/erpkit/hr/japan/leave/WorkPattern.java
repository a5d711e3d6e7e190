package dev.erpkit.hr.japan.leave;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;

/**
 * How much somebody is scheduled to work, as the grant of leave asks: days of a week, or of a year where the weeks differ.
 *
 * @param weeklyDays scheduled days a week, 1 to 7, empty where they are fixed by the year
 * @param annualDays scheduled days a year, 1 to 366, where they are
 * @param weeklyHours scheduled hours a week, above zero up to 168; none where they are not known: then days decide
 */
public record WorkPattern(Optional<Integer> weeklyDays, Optional<Integer> annualDays, Optional<Rational> weeklyHours) {
    private static final Rational FULL_HOURS = Rational.of(30);

    /** Checks all: {@code annual-leave.pattern}. */
    public WorkPattern {
        boolean sound = weeklyDays.isPresent() != annualDays.isPresent()
                && weeklyDays.filter(days -> days < 1 || days > 7).isEmpty()
                && annualDays.filter(days -> days < 1 || days > 366).isEmpty()
                && weeklyHours
                        .filter(hours -> hours.signum() <= 0 || hours.compareTo(Rational.of(168)) > 0)
                        .isEmpty();
        if (!sound) {
            throw new InvalidValueException(
                    "WorkPattern",
                    "weeklyDays",
                    "annual-leave.pattern",
                    "must have 1 to 7 days a week or 1 to 366 days a year, and hours above zero up to 168");
        }
    }

    /** Fixed by the week. */
    public static WorkPattern weekly(int days, Rational hours) {
        return new WorkPattern(Optional.of(days), Optional.empty(), Optional.of(hours));
    }

    /** Fixed by the year, below 30 hours a week. */
    public static WorkPattern annual(int days) {
        return new WorkPattern(Optional.empty(), Optional.of(days), Optional.empty());
    }

    /** Whether the full table holds: 30 hours or more a week, five days or more, or 217 days or more a year. */
    public boolean isFull() {
        return weeklyHours.filter(hours -> hours.compareTo(FULL_HOURS) >= 0).isPresent()
                || weeklyDays.filter(days -> days >= 5).isPresent()
                || annualDays.filter(days -> days >= 217).isPresent();
    }

    /** The row of the proportional table, 4 to 1 by days a week; 0 below 48 days a year, to whom nothing is granted. */
    int row() {
        int days = annualDays.orElse(0);
        return weeklyDays.orElseGet(() -> days >= 169 ? 4 : days >= 121 ? 3 : days >= 73 ? 2 : days >= 48 ? 1 : 0);
    }
}
