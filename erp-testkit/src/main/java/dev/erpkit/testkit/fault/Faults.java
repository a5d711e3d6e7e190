package dev.erpkit.testkit.fault;

import dev.erpkit.core.port.UnitOfWork;
import java.util.function.Supplier;

/**
 * Decides which fault strikes next; none unless one is armed, and each strikes once. For one thread at a time.
 *
 * <p>Duplicate delivery and reordering need no wrapper: see {@link Deliveries}.
 */
public final class Faults {
    private enum Kind {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        AT_WRITE
    }

    private Kind armed = Kind.NONE;
    private int writesLeft;

    /** No fault is armed. */
    public Faults() {}

    /** The next unit of work does everything and fails just before it would commit: nothing of it may stay. */
    public void crashBeforeCommit() {
        armed = Kind.BEFORE_COMMIT;
    }

    /** The next unit of work commits, and its caller never learns: everything of it stays. */
    public void loseReply() {
        armed = Kind.AFTER_COMMIT;
    }

    /**
     * A later write through a port fails instead of happening, as when the process dies between two calls.
     *
     * @param writes how many writes succeed before
     */
    public void crashAfterWrites(int writes) {
        armed = Kind.AT_WRITE;
        writesLeft = writes;
    }

    /** Takes an armed fault back; tells whether there was one that has not struck. */
    public boolean disarm() {
        boolean was = armed != Kind.NONE;
        armed = Kind.NONE;
        return was;
    }

    /** A unit of work in which the armed faults strike. */
    public UnitOfWork in(UnitOfWork sound) {
        return new UnitOfWork() {
            @Override
            public <R> R execute(Supplier<R> work) {
                return sound.active() ? sound.execute(work) : strike(sound, work);
            }

            @Override
            public boolean active() {
                return sound.active();
            }
        };
    }

    private <R> R strike(UnitOfWork sound, Supplier<R> work) {
        if (armed == Kind.BEFORE_COMMIT) {
            armed = Kind.NONE;
            return sound.execute(() -> {
                var unused = work.get();
                throw new InjectedFault("crash before the commit");
            });
        }
        boolean lost = armed == Kind.AFTER_COMMIT;
        R result = sound.execute(work);
        if (lost) {
            armed = Kind.NONE;
            throw new InjectedFault("the reply was lost");
        }
        return result;
    }

    /** Called by ports ahead of every write. */
    void beforeWrite() {
        if (armed == Kind.AT_WRITE && writesLeft-- == 0) {
            armed = Kind.NONE;
            throw new InjectedFault("crash between two writes");
        }
    }
}
