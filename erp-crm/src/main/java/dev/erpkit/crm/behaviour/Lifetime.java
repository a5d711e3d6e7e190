package dev.erpkit.crm.behaviour;

/**
 * How long a customer stayed, or was seen to stay.
 *
 * @param time from joining to leaving, or to the end of observation
 * @param left whether the customer left; one who was still there is censored
 */
public record Lifetime(double time, boolean left) {
    /** Checks the time: {@code behaviour.impossible} below zero or without end. */
    public Lifetime {
        Numbers.require(
                "Lifetime",
                "time",
                time >= 0 && Double.isFinite(time),
                "behaviour.impossible",
                "must be a time of zero or more");
    }
}
