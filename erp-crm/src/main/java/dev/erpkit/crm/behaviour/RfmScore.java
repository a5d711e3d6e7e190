package dev.erpkit.crm.behaviour;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.behaviour.port.PurchaseHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.ToDoubleFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Recency, frequency and monetary value of a customer, and how they stand among all.
 *
 * @param customer who
 * @param daysSince how many days ago the last purchase was
 * @param purchases on how many days the customer bought
 * @param total what they bought in all
 * @param recency from 1 to the number of classes, highest for those who bought last
 * @param frequency the same for those who bought most often
 * @param monetary the same for those who spent most
 */
public record RfmScore(
        PartyId customer, long daysSince, int purchases, double total, int recency, int frequency, int monetary) {

    /**
     * Scores all customers who bought by a day, in the order of customers. The class of a customer is the share of customers
     * who stand lower or equal, cut into classes of equal width, so that equal figures are in one class.
     *
     * @param day the day of the question; later purchases do not count
     * @param classes how many classes, such as 5
     */
    public static ImmutableList<RfmScore> of(PurchaseHistory history, LocalDate day, int classes) {
        Numbers.require("RfmScore", "classes", classes >= 1, "behaviour.classes", "must be at least one class");
        ImmutableList<RfmScore> plain = plain(history, day);
        int[] recency = classes(plain, score -> -score.daysSince(), classes);
        int[] frequency = classes(plain, RfmScore::purchases, classes);
        int[] monetary = classes(plain, RfmScore::total, classes);
        return plain.collectWithIndex((score, i) -> new RfmScore(
                score.customer(),
                score.daysSince(),
                score.purchases(),
                score.total(),
                recency[i],
                frequency[i],
                monetary[i]));
    }

    private static ImmutableList<RfmScore> plain(PurchaseHistory history, LocalDate day) {
        MutableMap<PartyId, MutableMap<LocalDate, Double>> days = Maps.mutable.empty();
        history.forEach(purchase -> {
            if (!purchase.day().isAfter(day)) {
                days.getIfAbsentPut(purchase.customer(), Maps.mutable::empty)
                        .merge(purchase.day(), purchase.value(), Double::sum);
            }
        });
        MutableList<RfmScore> scores = Lists.mutable.empty();
        days.forEachKeyValue((customer, values) -> {
            LocalDate last = values.keysView().max();
            double total = values.keysView().toSortedList().sumOfDouble(values::get);
            scores.add(new RfmScore(customer, ChronoUnit.DAYS.between(last, day), values.size(), total, 1, 1, 1));
        });
        return scores.sortThisBy(RfmScore::customer).toImmutable();
    }

    private static int[] classes(ImmutableList<RfmScore> scores, ToDoubleFunction<RfmScore> figure, int classes) {
        double[] sorted = scores.asLazy().collectDouble(figure::applyAsDouble).toSortedArray();
        int[] result = new int[scores.size()];
        for (int i = 0; i < result.length; i++) {
            long notHigher = upTo(sorted, figure.applyAsDouble(scores.get(i)));
            result[i] = (int) ((notHigher * classes + sorted.length - 1) / sorted.length);
        }
        return result;
    }

    /** How many are not higher. */
    private static int upTo(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The three classes as one text, such as {@code 5-3-4}. */
    public String text() {
        return recency + "-" + frequency + "-" + monetary;
    }

    /** What a customer has spent stays out of logs. */
    @Override
    public String toString() {
        return "RfmScore[" + customer + ", " + text() + "]";
    }
}
