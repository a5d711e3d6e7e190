package dev.erpkit.accounting.ledger;

import java.time.LocalDate;
import java.util.Arrays;

/** What each day of a period adds, whatever the order in which its parts come; in the order of days they come cheapest. */
final class DayFold {
    private final int first;
    private final int last;
    /** Ascending. */
    private int[] days = new int[32];

    private long[] sums = new long[32];
    private int size;

    /**
     * A fold.
     *
     * @param first the first epoch day that counts
     * @param last the last one
     */
    DayFold(int first, int last) {
        this.first = first;
        this.last = last;
    }

    void add(int day, long minor) {
        if (minor != 0 && day >= first && day <= last) {
            int at = size == 0 || days[size - 1] < day ? ~size : Arrays.binarySearch(days, 0, size, day);
            if (at < 0) {
                at = ~at;
                insert(at, day);
            }
            sums[at] = Sums.exact(sums[at], minor);
        }
    }

    private void insert(int at, int day) {
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        System.arraycopy(sums, at, sums, at + 1, size - at);
        days[at] = day;
        sums[at] = 0;
        size++;
    }

    /** Calls the sink with the days in their order. */
    void forEach(DayChange sink) {
        for (int i = 0; i < size; i++) {
            sink.add(LocalDate.ofEpochDay(days[i]), sums[i]);
        }
    }
}
