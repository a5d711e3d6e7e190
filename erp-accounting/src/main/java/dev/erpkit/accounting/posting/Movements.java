package dev.erpkit.accounting.posting;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The balance of an account at the end of a day, and what the days behind it add. */
final class Movements {
    private final LocalDate day;
    private long onTheDay;
    private @Nullable SortedMap<LocalDate, Long> later;

    Movements(LocalDate day, long onTheDay) {
        this.day = day;
        this.onTheDay = onTheDay;
    }

    void add(LocalDate date, long minor) {
        if (minor == 0) {
            return;
        }
        if (!date.isAfter(day)) {
            onTheDay += minor;
            return;
        }
        later = later == null ? new TreeMap<>() : later;
        later.merge(date, minor, Long::sum);
    }

    long onTheDay() {
        return onTheDay;
    }

    /** The lowest balance at the end of the day or of any day behind it. */
    long lowest() {
        return extreme(-1);
    }

    /** The highest balance at the end of the day or of any day behind it. */
    long highest() {
        return extreme(1);
    }

    private long extreme(int sign) {
        long balance = onTheDay;
        long extreme = balance;
        if (later != null) {
            for (long change : later.values()) {
                balance += change;
                extreme = Long.compare(balance, extreme) == sign ? balance : extreme;
            }
        }
        return extreme;
    }
}
