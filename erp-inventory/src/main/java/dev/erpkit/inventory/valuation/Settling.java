package dev.erpkit.inventory.valuation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Walks through one history until the costs agree. Each walk carries a cost one step further; a cost that goes round in a circle
 * comes nearer to where it tends to by the same proportion each time, and that is guessed from three of them.
 */
final class Settling {
    /** What still differs after so many walks goes round in a circle. */
    static final int MOST_WALKS = 200;

    /** A cost that goes round through two or three pools has come home after so many walks. */
    private static final int STRIDE = 6;

    /** What still swings to and fro after so many walks is brought to rest between. */
    private static final int WALKS_TO_A_REST = 23;

    /** No figure is the sum of more roundings. */
    private static final long MOST_ROUNDINGS = 50;

    private final Facts facts;
    private final ImmutableList<StockEvent> order;
    private final ValuationPolicy policy;
    private final Deque<Assumptions> seen = new ArrayDeque<>();
    private Assumptions assumed = new Assumptions();
    private Assumptions derived = new Assumptions();
    private Replay replay;
    private int walks = 1;
    private boolean guesses = true;

    /**
     * Walks once.
     *
     * @param order the facts to walk through, as they take effect
     */
    Settling(Facts facts, ImmutableList<StockEvent> order, ValuationPolicy policy) {
        this.facts = facts;
        this.order = order;
        this.policy = policy;
        this.replay = replay();
    }

    /** Whether the last walk took for granted what it found. */
    boolean rests() {
        return replay.isSettled(derived);
    }

    /** Whether it took for granted nothing that is more than so many units off. */
    boolean restsWithin(long most) {
        return derived.isNear(assumed, most);
    }

    /** Whether it took so many walks that some costs were guessed; costs that go round in no circle agree before. */
    boolean hasGuessed() {
        return walks > 3 * STRIDE;
    }

    int walks() {
        return walks;
    }

    Replay last() {
        return replay;
    }

    /** What the last walk found. */
    Assumptions found() {
        return derived;
    }

    /**
     * Walks from where the costs are known but for roundings. Where roundings carry them away from there again, they stay where
     * they are known, and what a walk finds otherwise is a variance.
     */
    Replay near(Assumptions known) {
        guesses = false;
        begin(known);
        boolean stays = true;
        for (int more = 0; more < MOST_WALKS && stays && !rests(); more++) {
            walk();
            // what a period of a pool takes in must agree with its costs, wherever that is
            stays = known.periods.notEmpty() || derived.isNear(known, 1);
        }
        if (stays && rests()) {
            return replay;
        }
        begin(known);
        if (derived.isNear(known, MOST_ROUNDINGS)) {
            replay.absorb(derived, MOST_ROUNDINGS);
            return replay;
        }
        guesses = true;
        walks = 1;
        begin(new Assumptions());
        return end();
    }

    /** Walks until the costs agree; a unit that goes round for ever is a variance. */
    Replay end() {
        while (!rests() && walks < MOST_WALKS) {
            walk();
        }
        if (!rests()) {
            replay.absorb(derived, 1);
        }
        return replay;
    }

    private void begin(Assumptions known) {
        assumed = known;
        replay = replay();
    }

    /** Walks once more. */
    void walk() {
        assumed = walks % WALKS_TO_A_REST == 0 ? derived.middle(assumed) : derived;
        if (guesses) {
            guess();
        }
        walks++;
        replay = replay();
    }

    private void guess() {
        if (walks % STRIDE == 0) {
            seen.addLast(derived);
        }
        if (seen.size() == 3) {
            assumed = derived.leap(seen.removeFirst(), seen.removeFirst());
            seen.clear();
        }
    }

    /** Amounts that outgrow all bounds from one walk to the next go round in a circle that feeds itself. */
    private Replay replay() {
        try {
            Replay next = new Replay(facts, order, policy, assumed);
            derived = next.derived();
            return next;
        } catch (ArithmeticException e) {
            throw assumed.values.isEmpty()
                    ? StockRefusals.tooLarge()
                    : StockRefusals.circular(assumed.values.firstKey());
        }
    }
}
