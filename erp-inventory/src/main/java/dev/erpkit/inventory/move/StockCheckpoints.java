package dev.erpkit.inventory.move;

import dev.erpkit.core.port.UnitOfWork;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Keeps the checkpoint of a service between commands. It knows committed facts only: it moves on where no unit of work runs, and
 * inside one takes the facts behind it into account. For any number of threads.
 */
final class StockCheckpoints {
    private final CommittedLog<StockFact> facts;
    private final UnitOfWork unitOfWork;
    private Optional<StockCheckpoint> latest = Optional.empty();

    StockCheckpoints(CommittedLog<StockFact> facts, UnitOfWork unitOfWork) {
        this.facts = facts;
        this.unitOfWork = unitOfWork;
    }

    private synchronized long number() {
        return latest.map(StockCheckpoint::number).orElse(-1L);
    }

    /** Folds in what was committed since; nothing inside a unit of work, which may yet be rolled back. */
    void catchUp() {
        if (!unitOfWork.active()) {
            // read without the lock: a thread that holds the store's may be waiting for this one
            advance(facts.behind(Math.max(0, number())));
        }
    }

    private synchronized void advance(ImmutableList<StockFact> seen) {
        latest = latest.filter(checkpoint -> checkpoint.advance(newer(seen, checkpoint)));
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return number() < 0;
    }

    private static ImmutableList<StockFact> newer(ImmutableList<StockFact> seen, StockCheckpoint checkpoint) {
        return seen.select(fact -> fact.number() > checkpoint.number());
    }

    /** Whether these facts are fine behind all that the unit of work sees; false when all facts must decide. */
    boolean accepts(ImmutableList<StockFact> added) {
        long known = number();
        return known >= 0 && accepts(facts.behind(known), added);
    }

    private synchronized boolean accepts(ImmutableList<StockFact> seen, ImmutableList<StockFact> added) {
        return latest.map(checkpoint -> checkpoint.accepts(newer(seen.newWithAll(added), checkpoint)))
                .orElse(false);
    }

    /** Begins anew from here; what it knows must be committed. */
    synchronized void keep(StockCheckpoint checkpoint) {
        if (checkpoint.number() > number()) {
            latest = Optional.of(checkpoint);
        }
    }
}
