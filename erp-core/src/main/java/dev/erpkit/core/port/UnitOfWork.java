package dev.erpkit.core.port;

import java.util.function.Supplier;

/**
 * Port: runs work atomically; the host maps it to its own transactions.
 *
 * <p>Guarantee: what a decision has read through the ports of one tenant inside the work still holds when the work
 * commits. Write skew is excluded too: an adapter either runs one unit of work of a tenant after the other, or uses an
 * isolation level that gives the same result. Work may be repeated by the adapter after a serialization failure, so it has
 * no effect but through ports.
 */
public interface UnitOfWork {
    /**
     * Runs {@code work} in one transaction, joining the one that already runs on this thread. Any throwable rolls back all
     * that was written through the ports and is rethrown unchanged.
     */
    <R> R execute(Supplier<R> work);

    /**
     * Tells whether a unit of work runs on this thread, so that what is read now may still be rolled back. Read caches
     * advance only when it does not.
     */
    boolean active();
}
