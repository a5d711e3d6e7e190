package dev.erpkit.crm.behaviour;

import java.util.BitSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.sorted.ImmutableSortedSet;

/**
 * What is bought together: sets of items that often lie in one basket, level by level (R. Agrawal, R. Srikant, Fast Algorithms
 * for Mining Association Rules, 1994), and the rules between their parts. Counts are whole numbers; shares follow from them.
 */
public final class Baskets {
    private final int size;
    private final MutableMap<String, BitSet> baskets = Maps.mutable.empty();

    private Baskets(ImmutableList<? extends Iterable<String>> baskets) {
        this.size = baskets.size();
        baskets.forEachWithIndex((basket, i) -> basket.forEach(
                item -> this.baskets.getIfAbsentPut(item, BitSet::new).set(i)));
    }

    /** The items of each basket; how often one lies in a basket does not matter. */
    public static Baskets of(ImmutableList<? extends Iterable<String>> baskets) {
        return new Baskets(baskets);
    }

    /**
     * Items that lie together in baskets.
     *
     * @param items the items
     * @param count in how many baskets
     * @param baskets how many there are
     */
    public record ItemSet(ImmutableSortedSet<String> items, int count, int baskets) {
        /** In which share of the baskets. */
        public double support() {
            return (double) count / baskets;
        }
    }

    private record Found(ImmutableList<String> items, BitSet in) {}

    /**
     * The sets that lie in a share of the baskets at least, by size and then by item.
     *
     * @param minSupport the share, above 0 to 1
     * @param largest the most items of a set
     * @throws dev.erpkit.core.value.InvalidValueException {@code behaviour.share}
     */
    public ImmutableList<ItemSet> frequent(double minSupport, int largest) {
        Numbers.require(
                "Baskets", "minSupport", minSupport > 0 && minSupport <= 1, "behaviour.share", "must be above 0 to 1");
        int least = (int) Math.ceil(minSupport * size - 1e-9);
        MutableList<ItemSet> all = Lists.mutable.empty();
        MutableList<Found> level = Lists.mutable.empty();
        baskets.keysView()
                .toSortedList()
                .forEach(item ->
                        add(level, Lists.immutable.of(item), baskets.getIfAbsentValue(item, new BitSet()), least));
        ImmutableList<Found> current = level.toImmutable();
        for (int n = 1; n <= largest && current.notEmpty(); n++) {
            current.forEach(
                    f -> all.add(new ItemSet(SortedSets.immutable.withAll(f.items()), f.in().cardinality(), size)));
            current = next(current, least);
        }
        return all.toImmutable();
    }

    /** Two sets that differ in their last item alone make one of the next size. */
    private static ImmutableList<Found> next(ImmutableList<Found> current, int least) {
        MutableList<Found> next = Lists.mutable.empty();
        for (int i = 0; i < current.size(); i++) {
            ImmutableList<String> a = current.get(i).items();
            for (int j = i + 1; j < current.size(); j++) {
                ImmutableList<String> b = current.get(j).items();
                if (!a.take(a.size() - 1).equals(b.take(b.size() - 1))) {
                    break;
                }
                BitSet both = (BitSet) current.get(i).in().clone();
                both.and(current.get(j).in());
                add(next, a.newWith(b.getLast()), both, least);
            }
        }
        return next.toImmutable();
    }

    private static void add(MutableList<Found> found, ImmutableList<String> items, BitSet in, int least) {
        if (in.cardinality() >= Math.max(1, least)) {
            found.add(new Found(items, in));
        }
    }

    /**
     * The rules between parts of frequent sets, best lift first, then by confidence, support and items.
     *
     * @param minSupport the least support of both parts together
     * @param minConfidence the least confidence
     * @param largest the most items of a rule
     */
    public ImmutableList<BasketRule> rules(double minSupport, double minConfidence, int largest) {
        MutableList<BasketRule> rules = Lists.mutable.empty();
        for (ItemSet set : frequent(minSupport, largest).select(s -> s.items().size() > 1)) {
            ImmutableList<String> items = set.items().toImmutableList();
            for (int mask = 1; mask < (1 << items.size()) - 1; mask++) {
                int chosen = mask;
                ImmutableSortedSet<String> condition =
                        SortedSets.immutable.withAll(items.selectWithIndex((x, i) -> (chosen >> i & 1) == 1));
                ImmutableSortedSet<String> consequence =
                        SortedSets.immutable.withAll(items.selectWithIndex((x, i) -> (chosen >> i & 1) == 0));
                BasketRule rule =
                        new BasketRule(condition, consequence, count(condition), count(consequence), set.count(), size);
                if (rule.confidence() >= minConfidence - 1e-12) {
                    rules.add(rule);
                }
            }
        }
        return rules.sortThis(BasketRule.BEST_FIRST).toImmutable();
    }

    /** In how many baskets all of the items lie. */
    public int count(Iterable<String> items) {
        BitSet in = new BitSet();
        in.set(0, size);
        items.forEach(item -> in.and(baskets.getOrDefault(item, new BitSet())));
        return in.cardinality();
    }
}
