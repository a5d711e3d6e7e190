package dev.erpkit.hr.japan.leave;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeavePortion;
import dev.erpkit.hr.leave.LeaveRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** Leave by the hour where an agreement allows it: article 39 (4), at most five days' worth a year. */
public final class HourlyLeave {
    private static final RefusalCode LIMIT = RefusalCode.of("annual-leave.hourly-limit");
    private static final Rational MOST = Rational.of(5);

    private HourlyLeave() {}

    /** How many hours make a day of leave: the scheduled hours of a day, parts of an hour counted as one. */
    public static int hoursPerDay(Duration scheduled) {
        if (scheduled.isNegative() || scheduled.isZero() || scheduled.toHours() >= 24) {
            throw new InvalidValueException(
                    "HourlyLeave", "scheduled", "annual-leave.scheduled", "must be above zero and below 24 hours");
        }
        return Math.toIntExact((scheduled.toSeconds() + 3_599) / 3_600);
    }

    /**
     * Why a request goes beyond five days by the hour in the year from a grant: {@code annual-leave.hourly-limit}; empty when
     * it does not.
     */
    public static Optional<Refusal> refusal(LeaveRequest request, LeaveAccount account, LocalDate grantedOn) {
        ImmutableList<LeaveDay> before = account.takings(request.type())
                .flatCollect(taking -> taking.request().days());
        Rational hours = before.newWithAll(request.days())
                .select(day -> day.portion() == LeavePortion.HOURS
                        && !day.day().isBefore(grantedOn)
                        && day.day().isBefore(AnnualLeave.passed(grantedOn, 12)))
                .collect(LeaveDay::days)
                .injectInto(Rational.ZERO, Rational::add);
        return hours.compareTo(MOST) <= 0
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                LIMIT,
                                "With " + request.id() + " leave by the hour comes to " + hours
                                        + " days in the year from " + grantedOn + ", above 5; take full or half days")
                        .with("taking", request.id())
                        .with("days", hours)
                        .with("from", grantedOn));
    }
}
