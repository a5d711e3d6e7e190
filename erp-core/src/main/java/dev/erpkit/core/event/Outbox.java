package dev.erpkit.core.event;

/**
 * Port: takes events in the running unit of work, so that they are told if and only if what they tell was committed. How
 * and when they are delivered is the host's; at least once is enough, receivers know a repeated subject and type.
 */
@FunctionalInterface
public interface Outbox {
    /** Writes one event in the running unit of work. */
    void add(ErpEvent event);

    /** An outbox for hosts that take the events from the services' results. */
    static Outbox none() {
        return event -> {};
    }
}
