package dev.erpkit.core.event;

import java.time.Instant;

/**
 * A fact that others may want to hear of was recorded. What it says stands in its log; the event carries ids alone, and so
 * nothing personal.
 *
 * @param type what happened, such as {@code order.delivered}
 * @param id to what it happened, such as the id of an order
 * @param number the number of the fact in its log, or among the facts of that id where these count for themselves
 * @param recordedAt when it was recorded
 */
public record FactRecorded(String type, String id, long number, Instant recordedAt) implements ErpEvent {
    /** The id and the number, such as {@code SO-1#12}: for each type no two facts have the same. */
    @Override
    public String subject() {
        return id + "#" + number;
    }
}
