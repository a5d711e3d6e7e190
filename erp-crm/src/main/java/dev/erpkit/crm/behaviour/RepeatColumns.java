package dev.erpkit.crm.behaviour;

import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.api.tuple.primitive.ObjectIntPair;

/** Customers in columns, those of equal figures together: a likelihood is computed hundreds of times over them. */
final class RepeatColumns {
    private record Figures(int frequency, double recency, double age) {}

    private final int[] frequency;
    private final double[] recency;
    private final double[] age;
    private final int[] count;
    private int most;

    private RepeatColumns(int size) {
        frequency = new int[size];
        recency = new double[size];
        age = new double[size];
        count = new int[size];
    }

    static RepeatColumns of(ImmutableList<RepeatPurchases> customers) {
        MutableObjectIntMap<Figures> counts = ObjectIntMaps.mutable.empty();
        customers.forEach(c -> counts.addToValue(new Figures(c.frequency(), c.recency(), c.age()), 1));
        // in the order of the figures, so that the order of input cannot change the last digit of a sum
        ImmutableList<ObjectIntPair<Figures>> rows = counts.keyValuesView()
                .toSortedList((p, q) -> compare(p.getOne(), q.getOne()))
                .toImmutable();
        RepeatColumns columns = new RepeatColumns(rows.size());
        rows.forEachWithIndex((row, i) -> {
            columns.frequency[i] = row.getOne().frequency();
            columns.recency[i] = row.getOne().recency();
            columns.age[i] = row.getOne().age();
            columns.count[i] = row.getTwo();
            columns.most = Math.max(columns.most, row.getOne().frequency());
        });
        return columns;
    }

    private static int compare(Figures p, Figures q) {
        int byFrequency = Integer.compare(p.frequency(), q.frequency());
        int byRecency = byFrequency != 0 ? byFrequency : Double.compare(p.recency(), q.recency());
        return byRecency != 0 ? byRecency : Double.compare(p.age(), q.age());
    }

    boolean isEmpty() {
        return frequency.length == 0;
    }

    int size() {
        return frequency.length;
    }

    int frequency(int i) {
        return frequency[i];
    }

    double recency(int i) {
        return recency[i];
    }

    double age(int i) {
        return age[i];
    }

    int count(int i) {
        return count[i];
    }

    /** The highest frequency. */
    int most() {
        return most;
    }

    /** At least a little, so that a search can start from its logarithm. */
    double meanAge() {
        double sum = 0;
        long customers = 0;
        for (int i = 0; i < age.length; i++) {
            sum += age[i] * count[i];
            customers += count[i];
        }
        return Math.max(0.1, sum / customers);
    }
}
