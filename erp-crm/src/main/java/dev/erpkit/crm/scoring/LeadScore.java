package dev.erpkit.crm.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How likely a lead is won, and why.
 *
 * @param probability between 0 and 1, both excluded
 * @param ofTeam whether it comes from the history of the lead's own team, and not from that of all
 * @param prior the share that is won of all leads that were decided
 * @param factors what each value adds, in the order of the lead's values, the stage first
 */
public record LeadScore(double probability, boolean ofTeam, double prior, ImmutableList<Factor> factors) {
    /** No score is nearer to certainty than this, in percent. */
    private static final double LEAST_PERCENT = 0.01;

    /**
     * What one value adds.
     *
     * @param variable the variable
     * @param value the value
     * @param won the share of the won leads that had it
     * @param lost the share of the lost leads that had it
     */
    public record Factor(String variable, String value, double won, double lost) {
        /** By how much it raises the logarithm of the odds; below 0 it lowers them. */
        public double logOdds() {
            return Math.log(won / lost);
        }
    }

    /** The probability in percent, to two decimals, between 0.01 and 99.99. */
    public double percent() {
        double rounded = new BigDecimal(100 * probability)
                .setScale(2, RoundingMode.HALF_EVEN)
                .doubleValue();
        return Math.min(Math.max(rounded, LEAST_PERCENT), 100 - LEAST_PERCENT);
    }
}
