package dev.erpkit.core.memory;

import dev.erpkit.core.port.UnitOfWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one unit of work after the other. In-memory stores tell it how to undo each write; when the outermost work throws,
 * the writes are undone, newest first.
 *
 * <p>Memory stores read and write under the same lock, so that a reader never sees a half-done unit of work.
 */
public final class MemoryUnitOfWork implements UnitOfWork {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    /** The thread whose work runs. Who finds itself here has written that itself, so it may be read without the lock. */
    private @Nullable Thread owner;

    /** A unit of work for a set of memory stores that shall commit and roll back together. */
    public MemoryUnitOfWork() {}

    @Override
    public <R> R execute(Supplier<R> work) {
        boolean outermost = !active();
        if (outermost) {
            lock.lock();
            owner = Thread.currentThread();
        }
        boolean done = false;
        int mark = undo.size();
        try {
            R result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBackTo(mark);
            }
            if (outermost) {
                undo.clear();
                owner = null;
                lock.unlock();
            }
        }
    }

    @Override
    public boolean active() {
        return owner == Thread.currentThread();
    }

    /** For memory stores: runs a read under the lock without starting a unit of work. */
    public <R> R read(Supplier<R> query) {
        if (active()) {
            return query.get();
        }
        lock.lock();
        try {
            return query.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * For memory stores: runs a write under the lock, as a unit of work of its own when none is running.
     *
     * @param write the write
     * @param compensation how to undo it
     */
    public void write(Runnable write, Runnable compensation) {
        if (active()) {
            write.run();
            undo.push(compensation);
            return;
        }
        execute(() -> {
            write.run();
            undo.push(compensation);
            return compensation;
        });
    }

    /**
     * For memory stores: says how to undo a write that was just done in the running unit of work.
     *
     * @throws IllegalStateException when no unit of work runs on this thread
     */
    public void written(Runnable compensation) {
        if (!active()) {
            throw new IllegalStateException("A write is told only inside a unit of work");
        }
        undo.push(compensation);
    }

    private void rollBackTo(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
    }
}
