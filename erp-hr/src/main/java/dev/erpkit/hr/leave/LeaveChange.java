package dev.erpkit.hr.leave;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import org.eclipse.collections.api.list.ImmutableList;

/** One thing that happened to the leave of a person. That a lot expires is no fact: it follows from its date. */
public sealed interface LeaveChange {
    /**
     * Leave was granted.
     *
     * @param lot what
     */
    record Granted(LeaveLot lot) implements LeaveChange {}

    /**
     * Leave was taken, perhaps on days to come.
     *
     * @param request what was asked for
     * @param parts the lots that it came from, in the order of the days
     */
    record Taken(LeaveRequest request, ImmutableList<LotPart> parts) implements LeaveChange {}

    /**
     * A taking was cancelled: its lots have their parts back, and what has expired meanwhile stays expired.
     *
     * @param taking which
     */
    record Cancelled(LeaveId taking) implements LeaveChange {}

    /**
     * What was left of old lots became a new one with an expiry of its own.
     *
     * @param from the parts of the old lots
     * @param lot the new lot, of as many days
     */
    record CarriedOver(ImmutableList<LotPart> from, LeaveLot lot) implements LeaveChange {}

    /**
     * A lot was corrected: it is as if it had been granted so.
     *
     * @param lot which
     * @param days more or fewer, not zero
     * @param reason why, not personal; 1 to 200 characters
     */
    record Adjusted(LeaveId lot, Rational days, String reason) implements LeaveChange {
        /** Checks {@code leave.adjustment} and {@code leave.reason}. */
        public Adjusted {
            if (days.isZero()) {
                throw new InvalidValueException("Adjusted", "days", "leave.adjustment", "must not be zero");
            }
            if (reason.isBlank() || reason.length() > 200 || !Texts.isLabel(reason)) {
                throw new InvalidValueException(
                        "Adjusted",
                        "reason",
                        "leave.reason",
                        "must have 1 to 200 characters and no control characters");
            }
        }
    }
}
