package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;

/** The pools and items of columns by numbers: how fine the quantities of an item are, and whether the columns can tell of it. */
final class ColumnPools {
    /** Quantities of finer units are left to exact fractions. */
    private static final long FINEST = 1L << 40;

    private final ValuationPolicy policy;
    private final MutableObjectIntMap<Goods> raw = ObjectIntMaps.mutable.empty();
    private final MutableObjectIntMap<Goods> pools = ObjectIntMaps.mutable.empty();
    private final MutableObjectIntMap<String> items = ObjectIntMaps.mutable.empty();
    private final MutableList<Goods> goods = Lists.mutable.empty();
    private int[] itemOf = new int[4];
    private long[] scales = new long[4];
    private boolean[] odd = new boolean[4];
    private boolean anyOdd;
    private Goods latest = Goods.of("");
    private int latestPool = -1;

    ColumnPools(ValuationPolicy policy) {
        this.policy = policy;
    }

    /** The number of the pool of goods. */
    int of(Goods some) {
        if (latestPool < 0 || !some.equals(latest)) {
            latestPool = raw.getIfAbsent(some, -1);
            latest = some;
            if (latestPool < 0) {
                latestPool = add(policy.poolOf(some));
                raw.put(some, latestPool);
            }
        }
        return latestPool;
    }

    private int add(Goods pool) {
        int number = pools.getIfAbsentPut(pool, goods.size());
        if (number == goods.size()) {
            goods.add(pool);
            itemOf = number == itemOf.length ? Arrays.copyOf(itemOf, 2 * number) : itemOf;
            itemOf[number] = itemNumber(pool.item());
        }
        return number;
    }

    private int itemNumber(String item) {
        int number = items.getIfAbsentPut(item, items.size());
        if (number == scales.length) {
            scales = Arrays.copyOf(scales, 2 * number);
            odd = Arrays.copyOf(odd, 2 * number);
        }
        scales[number] = Math.max(1, scales[number]);
        return number;
    }

    int size() {
        return goods.size();
    }

    /** The number of a pool that is there; below zero for any other. */
    int number(Goods pool) {
        return pools.getIfAbsent(pool, -1);
    }

    Goods goods(int pool) {
        return goods.get(pool);
    }

    /** The number of the item of a pool. */
    int item(int pool) {
        return itemOf[pool];
    }

    /** How many units of quantity make one. */
    long scale(int pool) {
        return scales[itemOf[pool]];
    }

    /** Makes the units so fine that a quantity with this denominator is whole. */
    void refine(int pool, long denominator) {
        int item = itemOf[pool];
        long scale = scales[item];
        if (scale % denominator != 0) {
            long finer = Rational.of(scale, denominator).longNumerator();
            if (denominator > FINEST || finer > FINEST / denominator) {
                odd(item);
            } else {
                scales[item] = finer * denominator;
            }
        }
    }

    /** Leaves an item to a replay. */
    void odd(int item) {
        odd[item] = true;
        anyOdd = true;
    }

    void odd(String item) {
        odd(itemNumber(item));
    }

    boolean isOdd(int pool) {
        return odd[itemOf[pool]];
    }

    boolean isOdd(String item) {
        int number = items.getIfAbsent(item, -1);
        return number >= 0 && odd[number];
    }

    boolean anyOdd() {
        return anyOdd;
    }
}
