package dev.erpkit.crm.service;

import dev.erpkit.crm.service.QueueForecast.Waiting;
import java.util.Comparator;

/** In which order a queue is worked off. */
public enum QueueOrder {
    /** What is due first comes first. */
    EARLIEST_DUE("earliest-due", Comparator.comparing(Waiting::due)),
    /** The most urgent first, of equals what is due first. */
    PRIORITY("priority", Comparator.comparing(Waiting::priority).reversed().thenComparing(Waiting::due)),
    /** As they came. */
    FIRST_IN("first-in", Comparator.comparing(Waiting::since));

    private final String text;
    private final Comparator<Waiting> order;

    QueueOrder(String text, Comparator<Waiting> order) {
        this.text = text;
        this.order = order;
    }

    /** The stable name, such as {@code earliest-due}. */
    public String text() {
        return text;
    }

    /** A total order: of equals the lesser id comes first. */
    Comparator<Waiting> comparator() {
        return order.thenComparing(Waiting::id);
    }
}
