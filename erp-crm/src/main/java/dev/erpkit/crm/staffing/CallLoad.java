package dev.erpkit.crm.staffing;

import dev.erpkit.core.value.InvalidValueException;

/**
 * What comes in.
 *
 * @param calls how many calls in an interval
 * @param interval how long the interval is
 * @param handle how long one call takes on average, with the work after it, in the same unit of time
 */
public record CallLoad(double calls, double interval, double handle) {
    /** Checks the figures: {@code staffing.load}. */
    public CallLoad {
        boolean sound = calls >= 0 && interval > 0 && handle > 0 && Double.isFinite(calls / interval * handle);
        if (!sound) {
            throw new InvalidValueException(
                    "CallLoad",
                    "calls",
                    "staffing.load",
                    "needs calls from 0 on, and an interval and a handling time above 0");
        }
    }

    /** Calls in one unit of time. */
    public double rate() {
        return calls / interval;
    }

    /** The traffic in erlangs: how many calls are handled at once on average if none has to wait. */
    public double traffic() {
        return rate() * handle;
    }
}
