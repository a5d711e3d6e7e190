package dev.erpkit.inventory.analysis;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** How old stock is on a day, by item and bucket; all buckets together are all the stock. */
public final class StockAgeing {
    private final ImmutableList<Integer> bounds;
    private final SortedMap<String, MutableList<Bucket>> rows = new TreeMap<>();

    /**
     * What lies in one bucket.
     *
     * @param quantity how much
     * @param value in minor units
     */
    public record Bucket(Rational quantity, long value) {
        private static final Bucket EMPTY = new Bucket(Rational.ZERO, 0);

        private Bucket plus(AgedStock stock) {
            return new Bucket(quantity.add(stock.quantity()), Math.addExact(value, stock.value()));
        }
    }

    private StockAgeing(ImmutableList<Integer> bounds) {
        this.bounds = bounds;
    }

    /**
     * Sorts stock by age.
     *
     * @param bounds the last day of each bucket but the last, ascending from zero: {@code 30, 60} gives 0 to 30 days, 31 to 60
     *     days, more; {@code analysis.buckets} otherwise. What comes in later than the day is zero days old.
     */
    public static StockAgeing of(Iterable<AgedStock> stock, LocalDate day, ImmutableList<Integer> bounds) {
        for (int i = 0; i < bounds.size(); i++) {
            if (bounds.get(i) < 0 || (i > 0 && bounds.get(i) <= bounds.get(i - 1))) {
                throw new InvalidValueException("StockAgeing", "bounds", "analysis.buckets", "must ascend from zero");
            }
        }
        StockAgeing ageing = new StockAgeing(bounds);
        stock.forEach(each -> ageing.add(each, day));
        return ageing;
    }

    private void add(AgedStock stock, LocalDate day) {
        long age = Math.max(0, ChronoUnit.DAYS.between(stock.since(), day));
        int found = bounds.detectIndex(bound -> age <= bound);
        int bucket = found < 0 ? bounds.size() : found;
        MutableList<Bucket> row = rows.computeIfAbsent(stock.item(), item -> empty());
        row.set(bucket, row.get(bucket).plus(stock));
    }

    private MutableList<Bucket> empty() {
        MutableList<Bucket> row = Lists.mutable.empty();
        for (int i = 0; i <= bounds.size(); i++) {
            row.add(Bucket.EMPTY);
        }
        return row;
    }

    /** The items, in their order. */
    public ImmutableList<String> items() {
        return Lists.immutable.ofAll(rows.keySet());
    }

    /** The buckets of an item, the youngest first. */
    public ImmutableList<Bucket> buckets(String item) {
        MutableList<Bucket> row = rows.get(item);
        return row == null ? empty().toImmutable() : row.toImmutable();
    }

    /** The value in one bucket of an item, counted from 0 for the youngest, in minor units. */
    public long value(String item, int bucket) {
        return buckets(item).get(bucket).value();
    }
}
