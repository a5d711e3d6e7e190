package dev.erpkit.company.goods;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * What was read of an insert-only log, so that it is not read again: the services of goods decide from all of it. For a host
 * that is the only one to write; what a unit of work has taken back is forgotten with the next look at the newest number.
 *
 * @param <R> the records
 */
final class Remembered<R> {
    /** Reads the records behind a number. */
    @FunctionalInterface
    interface Reader<R> {
        void read(long after, Consumer<R> sink);
    }

    private final LongSupplier newest;
    private final Reader<R> reader;
    private final ToLongFunction<R> last;
    private final MutableList<R> records = Lists.mutable.empty();

    Remembered(LongSupplier newest, Reader<R> reader, ToLongFunction<R> last) {
        this.newest = newest;
        this.reader = reader;
        this.last = last;
    }

    /** Forgets what does not come before a record that is appended now. */
    void appended(R entry) {
        long number = last.applyAsLong(entry);
        forget(number - 1);
    }

    private void forget(long through) {
        while (records.notEmpty() && last.applyAsLong(records.getLast()) > through) {
            records.remove(records.size() - 1);
        }
    }

    void forEach(long after, Consumer<? super R> sink) {
        forget(newest.getAsLong());
        reader.read(records.isEmpty() ? 0 : last.applyAsLong(records.getLast()), records::add);
        for (R each : records) {
            if (last.applyAsLong(each) > after) {
                sink.accept(each);
            }
        }
    }
}
