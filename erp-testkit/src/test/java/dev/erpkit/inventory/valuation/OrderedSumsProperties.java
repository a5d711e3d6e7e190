package dev.erpkit.inventory.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.quantity.Rational;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The tree of sums answers as a plain list does, also where nodes split in the middle and at both ends. */
class OrderedSumsProperties {
    /** The order of entries: time, then number. */
    private record Key(long time, long number) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private record Entry(long quantity, long value) {}

    @Property(tries = 60)
    void sums_are_those_of_a_list(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 2_500) int size, @ForAll @IntRange(max = 3) int order) {
        SplittableRandom random = new SplittableRandom(seed);
        OrderedSums sums = new OrderedSums();
        TreeMap<Key, Entry> list = new TreeMap<>();
        for (int number = 1; number <= size; number++) {
            long time = List.of((long) number, (long) -number, random.nextLong(50), random.nextLong(1L << 40))
                    .get(order);
            Entry entry = entry(random);
            sums.insert(time, number, entry.quantity(), entry.value());
            list.put(new Key(time, number), entry);
        }
        for (Key key : List.copyOf(list.keySet())) {
            if (random.nextInt(4) == 0) {
                Entry entry = random.nextInt(5) == 0 ? new Entry(0, 0) : entry(random);
                sums.replace(key.time(), key.number(), entry.quantity(), entry.value());
                list.put(key, entry);
            }
        }
        agree(sums, list);
    }

    private static Entry entry(SplittableRandom random) {
        return new Entry(1 + random.nextInt(1_000), random.nextInt(100_000));
    }

    private static void agree(OrderedSums sums, TreeMap<Key, Entry> list) {
        long quantity = 0;
        long value = 0;
        for (Key key : list.keySet()) {
            Entry entry = list.get(key);
            assertThat(sums.quantityBefore(key.time(), key.number())).isEqualTo(quantity);
            assertThat(sums.valueBefore(key.time(), key.number())).isEqualTo(value);
            long half = entry.quantity() / 2;
            if (half > 0) {
                Rational part = Rational.of(entry.value()).multiply(Rational.of(half, entry.quantity()));
                assertThat(sums.valueOfFirst(quantity + half)).isEqualTo(value + Shares.round(part));
            }
            quantity += entry.quantity();
            value += entry.value();
            if (entry.quantity() > 0) {
                assertThat(sums.valueOfFirst(quantity)).isEqualTo(value);
            }
        }
        assertThat(sums.quantity()).isEqualTo(quantity);
        assertThat(sums.quantityBefore(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(quantity);
        assertThat(sums.valueOfFirst(quantity + 1)).isEqualTo(value);
    }
}
