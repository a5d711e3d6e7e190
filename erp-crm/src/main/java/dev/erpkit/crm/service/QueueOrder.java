package dev.erpkit.crm.service;

import dev.erpkit.crm.service.QueueForecast.Waiting;
import java.util.Comparator;

/** In which order a queue is worked off. */
public enum QueueOrder {
    /** What is due first comes first. */
    EARLIEST_DUE("earliest-due"),
    /** The most urgent first, of equals what is due first. */
    PRIORITY("priority"),
    /** As they came. */
    FIRST_IN("first-in");

    private final String text;

    QueueOrder(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code earliest-due}. */
    public String text() {
        return text;
    }

    /** A total order: of equals the lesser id comes first. */
    Comparator<Waiting> comparator() {
        Comparator<Waiting> order = switch (this) {
            case EARLIEST_DUE -> Comparator.comparing(Waiting::due);
            case PRIORITY -> Comparator.comparing(Waiting::priority).reversed().thenComparing(Waiting::due);
            case FIRST_IN -> Comparator.comparing(Waiting::since);
        };
        return order.thenComparing(Waiting::id);
    }
}
