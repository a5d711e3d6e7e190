package dev.erpkit.hr.leave;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;

/**
 * What becomes of leave that was not taken when its period ends. What is not carried over expires with its lot.
 *
 * @param most the most that is carried over in days, empty for all
 * @param validMonths how long it can be taken then, 1 to 1,200
 */
public record CarryOverRule(Optional<Rational> most, int validMonths) {
    /** Checks both: {@code leave.carry-over}. */
    public CarryOverRule {
        if (validMonths < 1
                || validMonths > 1_200
                || most.filter(days -> days.signum() < 0).isPresent()) {
            throw new InvalidValueException(
                    "CarryOverRule",
                    "validMonths",
                    "leave.carry-over",
                    "must be 1 to 1200 months, and at most a number of days that is not below zero");
        }
    }
}
