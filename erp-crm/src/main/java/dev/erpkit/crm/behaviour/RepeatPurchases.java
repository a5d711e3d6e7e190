package dev.erpkit.crm.behaviour;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.behaviour.port.PurchaseHistory;
import java.time.LocalDate;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * What the models of repeat buying know of a customer. Times are in periods since the first purchase.
 *
 * @param customer who
 * @param frequency in how many periods after the first one the customer bought
 * @param recency when the last of them was, 0 when there was none
 * @param age how long ago the first purchase was at the end of observation
 * @param meanValue the mean value of those periods, 0 when there was none: the first purchase does not count
 */
public record RepeatPurchases(PartyId customer, int frequency, double recency, double age, double meanValue) {
    /** Checks that figures are possible: {@code behaviour.impossible} otherwise. */
    public RepeatPurchases {
        boolean possible = frequency >= 0
                && recency >= 0
                && recency <= age
                && Double.isFinite(age)
                && Double.isFinite(meanValue)
                && (frequency == 0) == (recency == 0);
        Numbers.require(
                "RepeatPurchases",
                "frequency",
                possible,
                "behaviour.impossible",
                "must have a last repeat between the first purchase and the end, and none without repeats");
    }

    /** A customer of whom only the times are known. */
    public static RepeatPurchases of(PartyId customer, int frequency, double recency, double age) {
        return new RepeatPurchases(customer, frequency, recency, age, 0);
    }

    /**
     * Folds purchases, in the order of customers.
     *
     * @param end the last day of observation; later purchases do not count
     * @param span the periods
     */
    public static ImmutableList<RepeatPurchases> of(PurchaseHistory history, LocalDate end, Span span) {
        MutableMap<PartyId, TreeMap<LocalDate, Double>> values = Maps.mutable.empty();
        history.forEach(purchase -> {
            if (!purchase.day().isAfter(end)) {
                values.getIfAbsentPut(purchase.customer(), TreeMap::new)
                        .merge(span.startOf(purchase.day()), purchase.value(), Double::sum);
            }
        });
        MutableList<RepeatPurchases> all = Lists.mutable.empty();
        values.forEachKeyValue((customer, periods) -> all.add(of(customer, periods, end, span)));
        return all.sortThisBy(RepeatPurchases::customer).toImmutable();
    }

    private static RepeatPurchases of(PartyId customer, TreeMap<LocalDate, Double> periods, LocalDate end, Span span) {
        LocalDate first = periods.firstKey();
        int repeats = periods.size() - 1;
        double later = 0;
        for (double value : periods.tailMap(first, false).values()) {
            later += value;
        }
        return new RepeatPurchases(
                customer,
                repeats,
                span.between(first, periods.lastKey()),
                span.between(first, end),
                repeats == 0 ? 0 : later / repeats);
    }

    /** The value is what a customer has spent: it stays out of logs. */
    @Override
    public String toString() {
        return "RepeatPurchases[" + customer + ", frequency=" + frequency + ", recency=" + recency + ", age=" + age
                + "]";
    }
}
