package dev.erpkit.examples.benchmarks;

import java.util.Arrays;

/**
 * The floor of posting: what the service does for an entry of two lines, on primitive arrays with nothing around it. Accounts,
 * currencies and number series are small numbers, days are epoch days, amounts minor units, instants microseconds.
 *
 * <p>In this order: look the key of the entry up in an open-addressing table; add up the two lines, exactly; compare the day
 * with the last locked one of the series; ask the account of each line whether it may be posted to; draw the next number of
 * the series; keep the key and its place in the table, series, number, recorded instant (never before the last one) and first
 * line of the entry, and account, currency, day, amount and base of each line, in chunks; add each line to the balance of its
 * account and to the account's bucket of the day, exactly, in amount and base. Amount and base are equal, as they are in the
 * entries of the sample, so they are compared with nothing and summed once to see that they balance; the service does so too.
 *
 * <p>Not here, though the service does it: who posts and whether they may, the content of an entry whose key is known,
 * reversals, limits, dimensions, valid days of accounts, turnover, events, units of work that roll back, readers beside the
 * writer. Nothing is here that the service does not do.
 */
final class PrimitiveBooks {
    private static final int BITS = 13;
    private static final int MASK = (1 << BITS) - 1;

    private final int firstDay;
    private final boolean[] postable;
    private final int[] lockedThrough;
    private final int[] numbers;
    private final long[] balances;
    /** By day, then by account: entries in the order of days meet a few lines of the cache. */
    private final long[] buckets;
    /** Half of the key above, place + 1 below; 0 is free. */
    private long[] table = new long[64];

    private long lastRecorded = Long.MIN_VALUE;
    private Entries[] entries = {};
    private Lines[] lines = {};
    private int entryCount;
    private int lineCount;

    private static final class Entries {
        final long[] key = new long[MASK + 1];
        final int[] series = new int[MASK + 1];
        final int[] number = new int[MASK + 1];
        final int[] firstLine = new int[MASK + 1];
        final long[] recordedAt = new long[MASK + 1];
    }

    private static final class Lines {
        final int[] account = new int[MASK + 1];
        final int[] currency = new int[MASK + 1];
        final int[] day = new int[MASK + 1];
        final long[] amount = new long[MASK + 1];
        final long[] base = new long[MASK + 1];
    }

    /** Empty books with so many accounts and one number series, for so many days from a first one on, none of them locked. */
    PrimitiveBooks(int accounts, int firstDay, int days) {
        this.firstDay = firstDay;
        postable = new boolean[accounts];
        Arrays.fill(postable, true);
        lockedThrough = new int[] {firstDay - 1};
        numbers = new int[1];
        balances = new long[2 * accounts];
        buckets = new long[2 * accounts * days];
    }

    /** An entry of two lines; refused when the key is known, the lines do not balance, the day is locked or an account not postable. */
    boolean post(
            long key, int series, int day, long now, int debit, int credit, int currency, long amount, long contrary) {
        int slot = slot(key);
        if (table[slot] != 0
                || amount == 0
                || Math.addExact(amount, contrary) != 0
                || day <= lockedThrough[series]
                || !postable[debit]
                || !postable[credit]) {
            return false;
        }
        table[slot] = key << 32 | (entryCount + 1);
        entry(key, series, ++numbers[series], now);
        line(debit, currency, day, amount, amount);
        line(credit, currency, day, contrary, contrary);
        if (2 * entryCount >= table.length) {
            grow();
        }
        return true;
    }

    private void entry(long key, int series, int number, long now) {
        int at = entryCount & MASK;
        int chunk = entryCount >>> BITS;
        if (chunk == entries.length) {
            entries = Arrays.copyOf(entries, chunk + 1);
            entries[chunk] = new Entries();
        }
        lastRecorded = Math.max(lastRecorded, now);
        Entries to = entries[chunk];
        to.key[at] = key;
        to.series[at] = series;
        to.number[at] = number;
        to.firstLine[at] = lineCount;
        to.recordedAt[at] = lastRecorded;
        entryCount++;
    }

    private void line(int account, int currency, int day, long amount, long base) {
        int at = lineCount & MASK;
        int chunk = lineCount >>> BITS;
        if (chunk == lines.length) {
            lines = Arrays.copyOf(lines, chunk + 1);
            lines[chunk] = new Lines();
        }
        Lines to = lines[chunk];
        to.account[at] = account;
        to.currency[at] = currency;
        to.day[at] = day;
        to.amount[at] = amount;
        to.base[at] = base;
        lineCount++;
        add(balances, 2 * account, amount, base);
        add(buckets, 2 * ((day - firstDay) * postable.length + account), amount, base);
    }

    private static void add(long[] sums, int at, long amount, long base) {
        sums[at] = Math.addExact(sums[at], amount);
        sums[at + 1] = Math.addExact(sums[at + 1], base);
    }

    /** Where the key is, or the free place where it belongs; neighbouring keys share a cache line, as they do in the service. */
    private int slot(long key) {
        int mask = table.length - 1;
        int half = (int) key;
        int at = home(half, mask);
        while (table[at] != 0 && !((int) (table[at] >>> 32) == half && key((int) table[at] - 1) == key)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private long key(int place) {
        return entries[place >>> BITS].key[place & MASK];
    }

    private static int home(int half, int mask) {
        int mixed = (half >>> 3) * 0x9E3779B9;
        return (((mixed ^ (mixed >>> 16)) << 3) | (half & 7)) & mask;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        int mask = table.length - 1;
        for (long known : old) {
            if (known != 0) {
                int at = home((int) (known >>> 32), mask);
                while (table[at] != 0) {
                    at = (at + 1) & mask;
                }
                table[at] = known;
            }
        }
    }

    long balance(int ofAccount) {
        return balances[2 * ofAccount];
    }
}
