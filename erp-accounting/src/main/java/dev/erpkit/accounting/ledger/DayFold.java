package dev.erpkit.accounting.ledger;

import java.time.LocalDate;
import org.eclipse.collections.api.factory.primitive.IntLongMaps;
import org.eclipse.collections.api.map.primitive.MutableIntLongMap;

/** What each day of a period adds, whatever the order in which its parts come. */
final class DayFold {
    /** Days that are made room for in advance: those of a year. */
    private static final long MOST = 366;

    private final MutableIntLongMap days;
    private final int first;
    private final int last;

    /**
     * A fold.
     *
     * @param first the first epoch day that counts
     * @param last the last one
     */
    DayFold(int first, int last) {
        this.days = IntLongMaps.mutable.withInitialCapacity((int) Math.min(MOST, Math.max(0, (long) last - first + 1)));
        this.first = first;
        this.last = last;
    }

    void add(int day, long minor) {
        if (minor != 0 && day >= first && day <= last) {
            days.put(day, Sums.exact(days.get(day), minor));
        }
    }

    /** Calls the sink with the days in their order. */
    void forEach(DayChange sink) {
        for (int day : days.keySet().toSortedArray()) {
            sink.add(LocalDate.ofEpochDay(day), days.get(day));
        }
    }
}
