package dev.erpkit.testkit.contract;

import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What all contracts share. Extend a contract in a test class and give it one harness, held in a static field: engines
 * create an instance of the class for every test.
 *
 * @param <H> the harness the contract needs
 */
public abstract class PortContract<H extends CoreHarness> {
    /** For the contracts. */
    protected PortContract() {}

    /** The adapter under test; always the same one, and it may hold data of earlier tests. */
    protected abstract H harness();

    final <R> R inUnitOfWork(Supplier<R> work) {
        return harness().unitOfWork().execute(work);
    }

    final void inUnitOfWork(Runnable work) {
        harness().unitOfWork().execute(() -> {
            work.run();
            return this;
        });
    }

    /** What a command tells: type and subject of each event that was not told before. */
    final ImmutableList<String> told(Runnable command) {
        int before = harness().told().size();
        command.run();
        return harness().told().drop(before).collect(event -> event.type() + " " + event.subject());
    }

    /** Runs the work and then fails, as a host does whose next step breaks. */
    final void rolledBack(Runnable work) {
        try {
            inUnitOfWork((Runnable) () -> {
                work.run();
                throw new Deliberate();
            });
        } catch (Deliberate expected) {
            return;
        }
        throw new AssertionError("The unit of work swallowed the failure of its work");
    }

    /** A failure that no adapter can mistake for its own. */
    static final class Deliberate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Deliberate() {
            super("deliberate failure of the contract");
        }
    }
}
