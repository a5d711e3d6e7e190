package dev.erpkit.hr.leave;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.LocalDate;

/**
 * Leave granted at once, with one date of expiry.
 *
 * @param id its name
 * @param type the kind of leave, such as {@code annual}; 1 to 64 characters
 * @param grantedOn the first day on which it can be taken
 * @param expiresOn the first day on which it no longer can, {@code LocalDate.MAX} for never
 * @param days how much, above zero
 */
public record LeaveLot(LeaveId id, String type, LocalDate grantedOn, LocalDate expiresOn, Rational days) {
    /** Checks {@code leave.type}, {@code leave.validity} and {@code leave.days}. */
    public LeaveLot {
        requireType("LeaveLot", type);
        if (!grantedOn.isBefore(expiresOn)) {
            throw new InvalidValueException("LeaveLot", "expiresOn", "leave.validity", "must be after the grant");
        }
        if (days.signum() <= 0) {
            throw new InvalidValueException("LeaveLot", "days", "leave.days", "must be above zero");
        }
    }

    static void requireType(String where, String type) {
        if (type.isBlank() || type.length() > 64 || !Texts.isLabel(type)) {
            throw new InvalidValueException(
                    where, "type", "leave.type", "must have 1 to 64 characters and no control characters");
        }
    }

    /** Tells whether it can be taken on a day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(grantedOn) && day.isBefore(expiresOn);
    }
}
