package dev.erpkit.crm.scoring;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * How far scores can be believed, told from leads whose end is known.
 *
 * @param cases how many leads
 * @param brier the mean square of score less outcome (Brier 1950): 0 is perfect, always saying a half gives 0.25
 * @param meanGap the mean distance of score and frequency over the bins, weighted by their leads
 * @param bins the reliability of scores of about the same height, lowest first; empty bins are left out
 */
public record Calibration(int cases, double brier, double meanGap, ImmutableList<Bin> bins) {
    /**
     * A score and what became of the lead.
     *
     * @param probability the score, 0 to 1
     * @param won what became of it
     */
    public record Scored(double probability, boolean won) {}

    /**
     * Leads with scores of about the same height.
     *
     * @param from the lowest score of the bin, included
     * @param to the highest, excluded except for 1
     * @param cases how many leads
     * @param meanScore the mean of their scores
     * @param wonShare the share of them that was won
     */
    public record Bin(double from, double to, int cases, double meanScore, double wonShare) {}

    /**
     * The report over some leads.
     *
     * @param bins into how many bins of equal width the scores fall
     * @throws InvalidValueException {@code scoring.calibration} without a lead or a bin, or for a score outside 0 to 1
     */
    public static Calibration of(ImmutableList<Scored> leads, int bins) {
        boolean sound = leads.allSatisfy(lead -> lead.probability() >= 0 && lead.probability() <= 1);
        if (leads.isEmpty() || bins < 1 || !sound) {
            throw new InvalidValueException(
                    "Calibration", "leads", "scoring.calibration", "need scores between 0 and 1 and a bin");
        }
        MutableList<Bin> found = Lists.mutable.empty();
        for (int i = 0; i < bins; i++) {
            int bin = i;
            ImmutableList<Scored> in =
                    leads.select(lead -> Math.min(bins - 1, (int) (lead.probability() * bins)) == bin);
            if (in.notEmpty()) {
                found.add(new Bin(
                        (double) bin / bins,
                        (double) (bin + 1) / bins,
                        in.size(),
                        in.sumOfDouble(Scored::probability) / in.size(),
                        (double) in.count(Scored::won) / in.size()));
            }
        }
        double brier = leads.sumOfDouble(lead -> {
            double error = lead.probability() - (lead.won() ? 1 : 0);
            return error * error;
        });
        double gap = found.sumOfDouble(bin -> bin.cases() * Math.abs(bin.meanScore() - bin.wonShare()));
        return new Calibration(leads.size(), brier / leads.size(), gap / leads.size(), found.toImmutable());
    }
}
