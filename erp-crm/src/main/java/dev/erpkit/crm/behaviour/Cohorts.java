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
import org.eclipse.collections.api.tuple.Pair;

/**
 * Customers by the period of their first purchase, and how many of them bought in each period since.
 *
 * @param rows one for each period in which somebody came, ascending
 */
public record Cohorts(ImmutableList<Row> rows) {
    /**
     * Those who came in one period.
     *
     * @param start the first day of the period
     * @param active how many bought in that period and in each one after it, up to the end of observation
     * @param values what they bought in each of these periods
     */
    public record Row(LocalDate start, ImmutableList<Integer> active, ImmutableList<Double> values) {
        /** How many came. */
        public int size() {
            return active.getFirst();
        }

        /** Which share bought some periods after they came. */
        public double retention(int later) {
            return (double) active.get(later) / size();
        }
    }

    /** Folds purchases up to the end of observation. */
    public static Cohorts of(PurchaseHistory history, LocalDate end, Span span) {
        MutableMap<PartyId, TreeMap<LocalDate, Double>> customers = Maps.mutable.empty();
        history.forEach(purchase -> {
            if (!purchase.day().isAfter(end)) {
                customers
                        .getIfAbsentPut(purchase.customer(), TreeMap::new)
                        .merge(span.startOf(purchase.day()), purchase.value(), Double::sum);
            }
        });
        TreeMap<LocalDate, MutableList<TreeMap<LocalDate, Double>>> cohorts = new TreeMap<>();
        // in the order of customers, so that the order of input cannot change the last digit of a sum
        customers
                .keyValuesView()
                .toSortedListBy(Pair::getOne)
                .collect(Pair::getTwo)
                .forEach(periods -> cohorts.computeIfAbsent(periods.firstKey(), start -> Lists.mutable.empty())
                        .add(periods));
        MutableList<Row> rows = Lists.mutable.empty();
        cohorts.forEach((start, members) -> rows.add(row(start, members, span.between(start, end), span)));
        return new Cohorts(rows.toImmutable());
    }

    private static Row row(LocalDate start, MutableList<TreeMap<LocalDate, Double>> members, int last, Span span) {
        Integer[] active = new Integer[last + 1];
        Double[] values = new Double[last + 1];
        java.util.Arrays.fill(active, 0);
        java.util.Arrays.fill(values, 0.0);
        members.forEach(periods -> periods.forEach((period, value) -> {
            int later = span.between(start, period);
            active[later]++;
            values[later] += value;
        }));
        return new Row(start, Lists.immutable.of(active), Lists.immutable.of(values));
    }
}
