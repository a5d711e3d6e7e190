package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.util.Arrays;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A pool in whole units of quantity and minor units of money: the same rules as those of {@link CoveringPool} without a fraction.
 * What does not fit throws {@link ArithmeticException}, and the pool is to be valued by a replay.
 */
abstract class Lane {
    private final long scale;
    private final long[] found;
    /** What the goods cost that came or went last: so many minor units for so many units. */
    private long lastMinor;

    private long lastUnits;
    /** Units that issues lack, and what they were taken to cost. */
    private int[] shortRows = {};

    private long[] shortUnits = {};
    private long[] shortMinor = {};
    private int firstShort;
    private int shorts;
    private long lacking;
    private long provisional;
    /** The sum of all that was ever provisional, without sign. */
    private long guessed;
    /** The last row that changed the pool; below zero before. */
    int row = -1;

    long units;
    long minor;

    /**
     * An empty pool.
     *
     * @param scale how many units make one
     * @param found the values of rows, into which costs are written
     */
    Lane(long scale, Rational firstCost, long[] found) {
        this.scale = scale;
        this.found = found;
        Rational each = firstCost.divide(Rational.of(scale));
        this.lastMinor = each.longNumerator();
        this.lastUnits = each.longDenominator();
    }

    /** Goods come in after what lies there. */
    abstract void put(int from, long more, long worth);

    /** Goods go out, no more than there are; gives what they cost. */
    abstract long take(long less);

    /** What is left of each receipt. */
    abstract ImmutableList<Layer> layers(Facts facts);

    final void last(long minorUnits, long quantity) {
        lastMinor = minorUnits;
        lastUnits = quantity;
    }

    /** What units cost now. */
    final long current(long quantity) {
        return units == 0 ? Shares.part(lastMinor, quantity, lastUnits) : Shares.part(minor, quantity, units);
    }

    final void receive(int from, long more, long worth) {
        row = from;
        last(worth, more);
        if (lacking == 0) {
            put(from, more, worth);
        } else {
            cover(from, more, worth);
        }
    }

    private void cover(int from, long more, long worth) {
        long left = more;
        long leftWorth = worth;
        while (left > 0 && firstShort < shorts) {
            long lacks = shortUnits[firstShort];
            long part = Math.min(left, lacks);
            long cost = Shares.part(leftWorth, part, left);
            long taken = Shares.part(shortMinor[firstShort], part, lacks);
            int issue = shortRows[firstShort];
            found[issue] = Math.addExact(found[issue], Math.subtractExact(cost, taken));
            shortUnits[firstShort] -= part;
            shortMinor[firstShort] -= taken;
            lacking -= part;
            provisional -= taken;
            left -= part;
            leftWorth -= cost;
            firstShort += part == lacks ? 1 : 0;
        }
        if (left > 0) {
            put(from, left, leftWorth);
        }
    }

    /** Whether there are so many, none lacking. */
    final boolean has(long quantity) {
        return quantity <= units;
    }

    /** Goods go out; what is missing is taken to cost what the last goods did. */
    final long issue(int by, long quantity) {
        row = by;
        if (quantity <= units) {
            return quantity == 0 ? 0 : take(quantity);
        }
        long missing = quantity - units;
        long cost = units == 0 ? 0 : take(units);
        long taken = Shares.part(lastMinor, missing, lastUnits);
        open(by, missing, taken);
        return Math.addExact(cost, taken);
    }

    private void open(int by, long missing, long taken) {
        if (shorts == shortRows.length) {
            int size = Math.max(8, 2 * (shorts - firstShort));
            shortRows = Arrays.copyOf(Arrays.copyOfRange(shortRows, firstShort, shorts), size);
            shortUnits = Arrays.copyOf(Arrays.copyOfRange(shortUnits, firstShort, shorts), size);
            shortMinor = Arrays.copyOf(Arrays.copyOfRange(shortMinor, firstShort, shorts), size);
            shorts -= firstShort;
            firstShort = 0;
        }
        shortRows[shorts] = by;
        shortUnits[shorts] = missing;
        shortMinor[shorts] = taken;
        shorts++;
        lacking = Math.addExact(lacking, missing);
        provisional = Math.addExact(provisional, taken);
        guessed = Math.addExact(guessed, Math.absExact(taken));
    }

    /** What goods were taken to cost that had not come yet, all of it ever. */
    final long guessed() {
        return guessed;
    }

    final Rational quantity() {
        return quantity(Math.subtractExact(units, lacking));
    }

    final long value() {
        return Math.subtractExact(minor, provisional);
    }

    final Rational quantity(long some) {
        return scale == 1 ? Rational.of(some) : Rational.of(some, scale);
    }
}
