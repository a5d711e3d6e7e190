package dev.erpkit.hr.leave;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Leave that somebody wants to take.
 *
 * @param id the name of the taking
 * @param type the kind of leave
 * @param days in their order, each day once, 1 to 400; none that is free anyway: see {@link LeaveDay#full}
 */
public record LeaveRequest(LeaveId id, String type, ImmutableList<LeaveDay> days) {
    /** Checks {@code leave.type} and {@code leave.days-order}. */
    public LeaveRequest {
        LeaveLot.requireType("LeaveRequest", type);
        boolean sound = days.notEmpty() && days.size() <= 400;
        for (int i = 1; sound && i < days.size(); i++) {
            sound = days.get(i - 1).day().isBefore(days.get(i).day());
        }
        if (!sound) {
            throw new InvalidValueException(
                    "LeaveRequest", "days", "leave.days-order", "must be 1 to 400 days in their order, each once");
        }
    }

    /** A request for these days. */
    public static LeaveRequest of(LeaveId id, String type, LeaveDay... days) {
        return new LeaveRequest(id, type, Lists.immutable.of(days));
    }

    /** What it costs in days. */
    public Rational total() {
        return days.collect(LeaveDay::days).injectInto(Rational.ZERO, Rational::add);
    }
}
