package dev.erpkit.accounting.ledger;

import java.util.Arrays;

/**
 * The sums of the days of one month, for the slots that are busy in it: a row for each day, and in it four sums for each
 * place. So a balance of all slots as of a day reads one row from left to right, however many lines there are.
 */
final class DaySums {
    private static final int DAYS = 31;
    private static final long[] NOTHING = {};

    private final long[][] rows = new long[1 + DAYS][];
    private int places;
    private int width = 8 * Sums.COUNT;

    DaySums() {
        Arrays.fill(rows, NOTHING);
    }

    /** A place for a slot, with sums of zero on all days. */
    int newPlace() {
        int place = places++ * Sums.COUNT;
        if (place + Sums.COUNT > width) {
            width += width >> 1;
        }
        return place;
    }

    /** Makes the sums of a day those of another. */
    void copy(int place, int from, int to) {
        System.arraycopy(row(from), place, row(to), place, Sums.COUNT);
    }

    /** Adds a line to the sums of a day. */
    void add(int place, int day, long amount, long base) {
        Sums.add(row(day), place, amount, base);
    }

    /** Adds the sums of a day, which something was added to, to others. */
    void addTo(int place, int day, long[] into, int at) {
        Sums.addAll(rows[day], place, into, at);
    }

    /** The net amount of a day, which something was added to. */
    long amount(int place, int day) {
        return rows[day][place + Sums.AMOUNT];
    }

    /** The net base amount of a day, which something was added to. */
    long base(int place, int day) {
        return rows[day][place + Sums.BASE];
    }

    /** Rows become as wide as the places when they are written to. */
    private long[] row(int day) {
        if (rows[day].length < width) {
            rows[day] = Arrays.copyOf(rows[day], width);
        }
        return rows[day];
    }
}
