package dev.erpkit.company.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What will happen on which day; what happens on one day happens in the order in which it was written down. */
final class Diary {
    private final TreeMap<LocalDate, List<Consumer<LocalDate>>> days = new TreeMap<>();

    /**
     * Something happens.
     *
     * @param day such as {@code 2025-06-03}, a day on which somebody is at work
     */
    void on(String day, Consumer<LocalDate> what) {
        days.computeIfAbsent(LocalDate.parse(day), date -> new ArrayList<>()).add(what);
    }

    /** Lets happen what happens on a day. */
    void keep(LocalDate day) {
        while (!days.isEmpty() && !days.firstKey().isAfter(day)) {
            if (days.firstKey().isBefore(day)) {
                throw new IllegalStateException("Nobody was at work on " + days.firstKey());
            }
            days.pollFirstEntry().getValue().forEach(what -> what.accept(day));
        }
    }
}
