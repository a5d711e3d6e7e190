package dev.erpkit.crm.behaviour;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether two arms of a campaign respond differently: the test of two proportions by the normal approximation.
 *
 * @param z how many standard errors the second arm lies above the first, 0 where nothing can be told
 * @param p the probability of a difference as large, in either direction, if there is none
 */
public record ProportionTest(double z, double p) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Compares the responses of two arms, with the error of both taken together. */
    public static ProportionTest of(int responses, int size, int otherResponses, int otherSize) {
        boolean possible = responses >= 0 && responses <= size && otherResponses >= 0 && otherResponses <= otherSize;
        Numbers.require(
                "ProportionTest", "responses", possible, "behaviour.impossible", "must be between none and all");
        double pooled = (double) (responses + otherResponses) / Math.max(1, size + otherSize);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / size + 1.0 / otherSize));
        if (size == 0 || otherSize == 0 || error == 0) {
            return new ProportionTest(0, 1);
        }
        double z = ((double) otherResponses / otherSize - (double) responses / size) / error;
        return new ProportionTest(z, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    /**
     * How many people each arm needs to tell a share from another one (J. Fleiss, Statistical Methods for Rates and
     * Proportions, without the correction for continuity). Worked: 0.10 against 0.12 with 0.05 and 0.80 needs 3,841.
     *
     * @param share the share that is expected
     * @param otherShare the share that shall be told from it
     * @param alpha the accepted probability of seeing a difference where there is none, in either direction
     * @param power the wanted probability of seeing a difference that is there
     */
    public static long perArm(double share, double otherShare, double alpha, double power) {
        boolean possible = between(share) && between(otherShare) && between(alpha) && between(power);
        Numbers.require(
                "ProportionTest",
                "share",
                possible && share != otherShare,
                "behaviour.share",
                "must be different shares between 0 and 1");
        double mean = (share + otherShare) / 2;
        double sum = NORMAL.inverseCumulativeProbability(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
                + NORMAL.inverseCumulativeProbability(power)
                        * Math.sqrt(share * (1 - share) + otherShare * (1 - otherShare));
        double difference = share - otherShare;
        return (long) Math.ceil(sum * sum / (difference * difference));
    }

    private static boolean between(double share) {
        return share > 0 && share < 1;
    }
}
