package dev.erpkit.crm.staffing;

import dev.erpkit.core.value.InvalidValueException;

/**
 * What a staffing must reach.
 *
 * @param serviceLevel the share of calls to be answered in time, above 0 and below 1
 * @param within the time, in the unit of the load
 * @param maxOccupancy the share of their time in which agents may handle calls, above 0, up to 1
 * @param shrinkage the share of paid time in which agents are not there: breaks, training, illness; from 0, below 1
 */
public record StaffingGoal(double serviceLevel, double within, double maxOccupancy, double shrinkage) {
    /** Checks the shares: {@code staffing.goal}. */
    public StaffingGoal {
        boolean sound = serviceLevel > 0
                && serviceLevel < 1
                && within >= 0
                && maxOccupancy > 0
                && maxOccupancy <= 1
                && shrinkage >= 0
                && shrinkage < 1;
        if (!sound) {
            throw new InvalidValueException(
                    "StaffingGoal",
                    "serviceLevel",
                    "staffing.goal",
                    "must consist of shares between 0 and 1 and a time");
        }
    }

    /** A goal without a bound of occupancy and without shrinkage. */
    public static StaffingGoal of(double serviceLevel, double within) {
        return new StaffingGoal(serviceLevel, within, 1, 0);
    }

    /** The same goal with a bound of occupancy. */
    public StaffingGoal maxOccupancy(double most) {
        return new StaffingGoal(serviceLevel, within, most, shrinkage);
    }

    /** The same goal with shrinkage. */
    public StaffingGoal shrinkage(double share) {
        return new StaffingGoal(serviceLevel, within, maxOccupancy, share);
    }
}
