package dev.erpkit.accounting.close;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * A point of the close checklist.
 *
 * @param code what it is about, a stable code
 * @param weight what it means while it is open
 * @param count how many are left, 0 when it is done
 * @param todo one sentence that says what to do; no personal data
 * @param facts figures to act on, by name
 */
public record ChecklistItem(
        RefusalCode code, Weight weight, long count, String todo, ImmutableSortedMap<String, String> facts) {
    /** What an open point means. */
    public enum Weight {
        /** The period is not closed before it is done. */
        BLOCKS,
        /** Somebody should look; the period can be closed. */
        WARNS
    }

    /** How a point stands. */
    public enum State {
        /** Nothing is left to do. */
        DONE,
        /** Something is left. */
        OPEN
    }

    /** A point without facts yet. */
    public static ChecklistItem of(RefusalCode code, Weight weight, long count, String todo) {
        return new ChecklistItem(code, weight, count, todo, SortedMaps.immutable.empty());
    }

    /** The same point with one more fact. */
    public ChecklistItem with(String name, Object value) {
        return new ChecklistItem(code, weight, count, todo, facts.newWithKeyValue(name, value.toString()));
    }

    /** How it stands. */
    public State state() {
        return count == 0 ? State.DONE : State.OPEN;
    }

    /** Tells whether it keeps the period from being closed. */
    public boolean blocks() {
        return weight == Weight.BLOCKS && state() == State.OPEN;
    }

    /** The point as a reason not to close. */
    Refusal refusal() {
        return new Refusal(code, todo, facts).with("count", count);
    }
}
