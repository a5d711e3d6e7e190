package dev.erpkit.hr.japan.leave;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeavePortion;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The employer's duty to see five days taken within a year of a grant of ten days or more: article 39 (7) and (8). Full and
 * half days count, from whichever lot; hours do not.
 *
 * @param from the day of the grant
 * @param until the first day on which it is too late
 * @param taken what counts of what was taken in that year, in days
 */
public record FiveDayDuty(LocalDate from, LocalDate until, Rational taken) {
    private static final Rational FIVE = Rational.of(5);

    /** Tells whether a grant of this many days has the duty. */
    public static boolean applies(Rational granted) {
        return granted.compareTo(Rational.of(10)) >= 0;
    }

    /** The duty of a grant and how far it is met by takings that stand; none below ten days. */
    public static Optional<FiveDayDuty> of(LocalDate grantedOn, Rational granted, LeaveAccount account, String type) {
        if (!applies(granted)) {
            return Optional.empty();
        }
        LocalDate until = AnnualLeave.passed(grantedOn, 12);
        Rational taken = account.takings(type)
                .flatCollect(taking -> taking.request().days())
                .select(day -> day.portion() != LeavePortion.HOURS
                        && !day.day().isBefore(grantedOn)
                        && day.day().isBefore(until))
                .collect(LeaveDay::days)
                .injectInto(Rational.ZERO, Rational::add);
        return Optional.of(new FiveDayDuty(grantedOn, until, taken));
    }

    /** What is missing in days, zero when the duty is met. */
    public Rational missing() {
        return taken.compareTo(FIVE) >= 0 ? Rational.ZERO : FIVE.subtract(taken);
    }
}
