package dev.erpkit.accounting.asset;

import java.util.function.LongFunction;

/**
 * How far an asset is in one book, as its method sees it. Amounts are minor units of the asset's currency; time is ticks of
 * the life, of which only ratios mean something.
 */
public final class Progress {
    long cost;
    long residual;
    long writtenDown;
    long life;
    long changedAt;
    long basis;
    long basisTicks;
    long base;
    long baseTick;
    long baseWritten;
    long year;
    long period;
    long used;
    long usedBefore;
    long units;
    long basisUnits;
    int lifeMonths;
    long remembered;

    Progress() {}

    /** The cost. */
    public long cost() {
        return cost;
    }

    /** The value below which the asset is not depreciated. */
    public long residual() {
        return residual;
    }

    /** The book value now. */
    public long bookValue() {
        return cost - writtenDown;
    }

    /** What is left to depreciate. */
    public long rest() {
        return cost - writtenDown - residual;
    }

    /** The book value at the last {@linkplain DepreciationMethod.Renewal renewal}. */
    public long base() {
        return base;
    }

    /** The tick of the last renewal. */
    public long baseTick() {
        return baseTick;
    }

    /** What was to be depreciated when the value, the life or the method changed last, or at first. */
    public long basis() {
        return basis;
    }

    /** The ticks over which {@link #basis()} is spread, or less than one when the life is over. */
    public long basisTicks() {
        return basisTicks;
    }

    /** The tick at which the value, the life or the method changed last. */
    public long changedAt() {
        return changedAt;
    }

    /** The ticks of the whole life. */
    public long life() {
        return life;
    }

    /** The life in months. */
    public int lifeMonths() {
        return lifeMonths;
    }

    /** The ticks of the current year, a whole one. */
    public long year() {
        return year;
    }

    /** The ticks of the current period, a whole one. */
    public long period() {
        return period;
    }

    /** The units that were used in the current period, times a million. */
    public long used() {
        return used;
    }

    /** The units over which {@link #basis()} is spread, times a million; 0 when the terms name none. */
    public long basisUnits() {
        return basisUnits;
    }

    /** The units of the life that are left before the current period, times a million. */
    public long unitsLeft() {
        return units - usedBefore;
    }

    /** The number that the method remembered last, 0 at first and after every change. */
    public long remembered() {
        return remembered;
    }

    /** Remembers a number for the amounts that follow. */
    public void remember(long number) {
        remembered = number;
    }

    /** Starts anew after a change. */
    void change(long tick, boolean overRest) {
        changedAt = tick;
        basis = overRest ? rest() : cost - residual;
        basisTicks = overRest ? life - tick : life;
        basisUnits = overRest ? units - usedBefore : units;
        remembered = 0;
    }

    void renew(long tick) {
        base = bookValue();
        baseTick = tick;
        baseWritten = writtenDown;
    }

    /** Applies a share of a split to what stands in the books. */
    void share(LongFunction<Long> share) {
        long depreciable = share.apply(cost - residual);
        cost = share.apply(cost);
        residual = cost - depreciable;
        writtenDown = share.apply(writtenDown);
    }
}
