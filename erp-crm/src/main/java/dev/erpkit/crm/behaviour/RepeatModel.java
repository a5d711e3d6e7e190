package dev.erpkit.crm.behaviour;

/**
 * How often customers buy again, and until when. Times are in the periods of the data that the model was fitted to.
 *
 * <p>Published by P. Fader, B. Hardie and others; see the models for their papers.
 */
public sealed interface RepeatModel permits BgNbd, ParetoNbd {
    /** How many repeat purchases a new customer is expected to make in a time. */
    double expected(double time);

    /**
     * How many purchases a known customer is expected to make in the time that follows the observation.
     *
     * @param time the time after the end of observation
     * @param frequency the repeat purchases so far
     * @param recency when the last of them was
     * @param age how long the customer has been observed
     */
    double expected(double time, int frequency, double recency, double age);

    /** The probability that a known customer will still buy. */
    double alive(int frequency, double recency, double age);
}
