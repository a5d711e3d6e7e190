package dev.erpkit.crm.campaign;

import java.time.Duration;

/** One step of a journey; steps are named by {@link JourneyPlan#steps}. */
public sealed interface JourneyStep {
    /**
     * Nothing happens for a while.
     *
     * @param time how long
     * @param next the step after it
     */
    record Pause(Duration time, String next) implements JourneyStep {}

    /**
     * The way parts.
     *
     * @param criterion what is asked about the person at that moment; the host answers
     * @param yes the step where it holds
     * @param no the step where it does not
     */
    record Decide(String criterion, String yes, String no) implements JourneyStep {}

    /**
     * The person is sent something.
     *
     * @param template what
     * @param next the step after it, also when it must not be sent
     */
    record Act(String template, String next) implements JourneyStep {}

    /** The end. */
    record End() implements JourneyStep {}
}
