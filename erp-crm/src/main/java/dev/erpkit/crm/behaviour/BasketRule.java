package dev.erpkit.crm.behaviour;

import java.util.Comparator;
import org.eclipse.collections.api.set.sorted.ImmutableSortedSet;

/**
 * Who buys these buys those too. All figures follow from four counts.
 *
 * @param condition what is bought
 * @param consequence what is bought with it
 * @param conditionCount in how many baskets the condition lies
 * @param consequenceCount in how many baskets the consequence lies
 * @param count in how many baskets both lie
 * @param baskets how many baskets there are
 */
public record BasketRule(
        ImmutableSortedSet<String> condition,
        ImmutableSortedSet<String> consequence,
        int conditionCount,
        int consequenceCount,
        int count,
        int baskets) {
    static final Comparator<BasketRule> BEST_FIRST = Comparator.comparingDouble(BasketRule::lift)
            .reversed()
            .thenComparing(Comparator.comparingDouble(BasketRule::confidence).reversed())
            .thenComparing(Comparator.comparingInt(BasketRule::count).reversed())
            .thenComparing(rule -> rule.condition().makeString())
            .thenComparing(rule -> rule.consequence().makeString());

    /** In which share of the baskets the condition lies. */
    public double conditionSupport() {
        return (double) conditionCount / baskets;
    }

    /** In which share of the baskets the consequence lies. */
    public double consequenceSupport() {
        return (double) consequenceCount / baskets;
    }

    /** In which share of the baskets both lie. */
    public double support() {
        return (double) count / baskets;
    }

    /** Which share of those with the condition has the consequence. */
    public double confidence() {
        return (double) count / conditionCount;
    }

    /** How many times more often both lie together than they would by chance. */
    public double lift() {
        return (double) count * baskets / ((double) conditionCount * consequenceCount);
    }

    /** By how much the share of both exceeds chance. */
    public double leverage() {
        return support() - conditionSupport() * consequenceSupport();
    }

    /** How often the rule would fail by chance for every time that it fails; without end when it never fails. */
    public double conviction() {
        return count == conditionCount ? Double.POSITIVE_INFINITY : (1 - consequenceSupport()) / (1 - confidence());
    }

    /** From -1, never together, over 0, by chance, to 1, always together: T. Zhang's measure of association. */
    public double zhang() {
        double best =
                Math.max(support() * (1 - conditionSupport()), conditionSupport() * (consequenceSupport() - support()));
        return best == 0 ? 0 : leverage() / best;
    }

    /** Of the baskets with either, the share that has both. */
    public double jaccard() {
        return (double) count / (conditionCount + consequenceCount - count);
    }
}
