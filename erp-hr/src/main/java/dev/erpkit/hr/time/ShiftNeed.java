package dev.erpkit.hr.time;

import dev.erpkit.core.value.InvalidValueException;

/**
 * How many people of a skill a place needs at any moment of a span.
 *
 * @param place where
 * @param skill as what
 * @param span when
 * @param people how many, 1 or more
 */
public record ShiftNeed(String place, String skill, TimeSpan span, int people) {
    /** Checks the number: {@code shift.need}. */
    public ShiftNeed {
        if (people < 1) {
            throw new InvalidValueException("ShiftNeed", "people", "shift.need", "must be 1 or more");
        }
    }
}
