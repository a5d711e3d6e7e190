package dev.erpkit.inventory.move;

import dev.erpkit.core.port.UnitOfWork;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What was read of an insert-only log, so that it is read once. It keeps what was read where no unit of work runs, and so is
 * committed; what a unit of work sees beyond that may yet be rolled back, and is read again. For any number of threads.
 *
 * @param <R> what is logged, by numbers that ascend
 */
final class CommittedLog<R> {
    /** Reads what comes behind a number. */
    @FunctionalInterface
    interface Reader<R> {
        void read(long after, Consumer<R> sink);
    }

    private final LongSupplier newest;
    private final Reader<R> reader;
    private final ToLongFunction<R> number;
    private final UnitOfWork unitOfWork;
    private final MutableList<R> kept = Lists.mutable.empty();

    CommittedLog(LongSupplier newest, Reader<R> reader, ToLongFunction<R> number, UnitOfWork unitOfWork) {
        this.newest = newest;
        this.reader = reader;
        this.number = number;
        this.unitOfWork = unitOfWork;
    }

    /** What the caller sees behind a number. */
    ImmutableList<R> behind(long after) {
        // without the lock: a thread that holds the store's may be waiting for this one
        long seen = newest.getAsLong();
        // others may have committed what a unit of work that runs here must not see
        long known = Math.min(last(), seen);
        MutableList<R> newer = Lists.mutable.empty();
        if (known < seen) {
            reader.read(known, newer::add);
        }
        if (!unitOfWork.active()) {
            keep(newer);
        }
        return kept(after, known)
                .withAll(newer.select(each -> number.applyAsLong(each) > after))
                .toImmutable();
    }

    /** Reads what is new, outside of units of work. */
    void catchUp() {
        behind(Long.MAX_VALUE);
    }

    private synchronized long last() {
        return kept.isEmpty() ? 0 : number.applyAsLong(kept.getLast());
    }

    private synchronized void keep(MutableList<R> read) {
        long known = last();
        kept.addAllIterable(read.select(each -> number.applyAsLong(each) > known));
    }

    /** What is kept behind a number, through another. */
    private synchronized MutableList<R> kept(long after, long through) {
        int to = place(through);
        return Lists.mutable.ofAll(kept.subList(Math.min(place(after), to), to));
    }

    /** The place of the first behind a number. */
    private int place(long after) {
        int low = 0;
        int high = kept.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (number.applyAsLong(kept.get(middle)) > after) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
