package dev.erpkit.core.memory;

import dev.erpkit.core.port.UnitOfWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Runs one unit of work after the other. In-memory stores tell it how to undo each write; when the outermost work throws,
 * the writes are undone, newest first.
 *
 * <p>Memory stores read and write under the same lock, so that a reader never sees a half-done unit of work.
 */
public final class MemoryUnitOfWork implements UnitOfWork {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private int depth;

    /** A unit of work for a set of memory stores that shall commit and roll back together. */
    public MemoryUnitOfWork() {}

    @Override
    public <R> R execute(Supplier<R> work) {
        lock.lock();
        depth++;
        boolean done = false;
        int mark = undo.size();
        try {
            R result = work.get();
            done = true;
            return result;
        } finally {
            depth--;
            if (!done) {
                rollBackTo(mark);
            }
            if (depth == 0) {
                undo.clear();
            }
            lock.unlock();
        }
    }

    @Override
    public boolean active() {
        return lock.isHeldByCurrentThread() && depth > 0;
    }

    /** For memory stores: runs a read under the lock without starting a unit of work. */
    public <R> R read(Supplier<R> query) {
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
        execute(() -> {
            write.run();
            undo.push(compensation);
            return depth;
        });
    }

    private void rollBackTo(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
    }
}
