package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;

/** Tells which moves of a batch have their goods, before any of them is made. */
public final class BatchAssignment {
    private BatchAssignment() {}

    /**
     * A move that somebody wants.
     *
     * @param from where goods are taken
     * @param to where they go
     * @param quantity how much
     */
    public record Wanted(String from, String to, Rational quantity) {}

    /**
     * Which moves have all their goods, in their order. Goods are there once only, and goods that an earlier move of the batch
     * will bring are not there yet.
     *
     * @param free what is free at each location
     */
    public static ImmutableList<Boolean> of(Map<String, Rational> free, ImmutableList<Wanted> batch) {
        SortedMap<String, Rational> left = new TreeMap<>(free);
        return batch.collect(move -> {
            Rational there = left.getOrDefault(move.from(), Rational.ZERO);
            boolean enough = there.compareTo(move.quantity()) >= 0;
            if (enough) {
                left.put(move.from(), there.subtract(move.quantity()));
            }
            return enough;
        });
    }
}
