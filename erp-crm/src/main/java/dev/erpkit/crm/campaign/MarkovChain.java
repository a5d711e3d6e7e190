package dev.erpkit.crm.campaign;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.campaign.TouchPath.Touch;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * Customers moving from touch to touch until they convert or are lost, each step depending on the last one alone. Probabilities
 * are exact fractions.
 */
public final class MarkovChain {
    private final ImmutableList<String> channels;
    /** Row 0 is the start, the others are channels; the last two columns are conversion and loss. */
    private final long[][] counts;

    private MarkovChain(ImmutableList<String> channels) {
        this.channels = channels;
        this.counts = new long[channels.size() + 1][channels.size() + 2];
    }

    /** The chain of paths; those without a touch are left out. */
    public static MarkovChain of(ImmutableList<TouchPath> paths) {
        MarkovChain chain = new MarkovChain(paths.flatCollect(TouchPath::touches)
                .collect(Touch::channel)
                .distinct()
                .toSortedList()
                .toImmutable());
        paths.reject(path -> path.touches().isEmpty()).forEach(chain::add);
        return chain;
    }

    private void add(TouchPath path) {
        long all = Math.addExact(path.conversions(), path.lost());
        int from = 0;
        for (Touch touch : path.touches()) {
            int to = channels.indexOf(touch.channel());
            counts[from][to] = Math.addExact(counts[from][to], all);
            from = to + 1;
        }
        counts[from][channels.size()] += path.conversions();
        counts[from][channels.size() + 1] += path.lost();
    }

    /** The probability of moving from a channel to another one, or from the start where {@code from} is empty. */
    public Rational transition(String from, String to) {
        int row = from.isEmpty() ? 0 : channels.indexOf(from) + 1;
        int column = channels.indexOf(to);
        if (row == 0 && !from.isEmpty() || column < 0) {
            return Rational.ZERO;
        }
        long sum = sum(row);
        return sum == 0 ? Rational.ZERO : Rational.of(counts[row][column], sum);
    }

    private long sum(int row) {
        long sum = 0;
        for (long count : counts[row]) {
            sum = Math.addExact(sum, count);
        }
        return sum;
    }

    /** The probability that who starts will convert. */
    public Rational conversion() {
        return conversion(-1);
    }

    /** Which share of the conversions would be lost without each channel. */
    public ImmutableSortedMap<String, Rational> removalEffects() {
        Rational whole = conversion();
        MutableSortedMap<String, Rational> effects = SortedMaps.mutable.empty();
        channels.forEachWithIndex((channel, i) -> effects.put(
                channel,
                whole.isZero()
                        ? Rational.ZERO
                        : Rational.ONE.subtract(conversion(i).divide(whole))));
        return effects.toImmutable();
    }

    /** Solves x = P x + c by elimination, where whoever comes to the channel that was removed is lost. */
    private Rational conversion(int removed) {
        int n = channels.size() + 1;
        MutableList<Rational[]> rows = Lists.mutable.empty();
        for (int row = 0; row < n; row++) {
            rows.add(row - 1 == removed && removed >= 0 ? lost(row) : equation(row, removed));
        }
        for (int column = 0; column < n; column++) {
            eliminate(rows, column);
        }
        return rows.get(0)[n].divide(rows.get(0)[0]);
    }

    private Rational[] lost(int row) {
        Rational[] equation = zeros();
        equation[row] = Rational.ONE;
        return equation;
    }

    private Rational[] equation(int row, int removed) {
        Rational[] equation = zeros();
        equation[row] = Rational.ONE;
        long sum = sum(row);
        for (int channel = 0; channel < channels.size() && sum > 0; channel++) {
            if (channel != removed) {
                equation[channel + 1] = equation[channel + 1].subtract(Rational.of(counts[row][channel], sum));
            }
        }
        equation[channels.size() + 1] = sum == 0 ? Rational.ZERO : Rational.of(counts[row][channels.size()], sum);
        return equation;
    }

    private Rational[] zeros() {
        Rational[] zeros = new Rational[channels.size() + 2];
        Arrays.fill(zeros, Rational.ZERO);
        return zeros;
    }

    /** Whoever moves ends at last, so that there always is a pivot. */
    private static void eliminate(MutableList<Rational[]> rows, int column) {
        int pivot = column;
        while (rows.get(pivot)[column].isZero()) {
            pivot++;
        }
        Rational[] by = rows.set(pivot, rows.get(column));
        rows.set(column, by);
        for (int row = 0; row < rows.size(); row++) {
            Rational[] other = rows.get(row);
            if (row != column && !other[column].isZero()) {
                Rational factor = other[column].divide(by[column]);
                for (int i = column; i < other.length; i++) {
                    other[i] = other[i].subtract(factor.multiply(by[i]));
                }
            }
        }
    }
}
