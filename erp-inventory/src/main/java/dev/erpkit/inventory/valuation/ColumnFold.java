package dev.erpkit.inventory.valuation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A walk along the columns. What a pool of it cannot do makes its item odd, and the walk goes on with the others. Values of rows
 * become what came in was worth and what went out cost.
 */
final class ColumnFold {
    private final Facts facts;
    private final MoveColumns columns;
    private final ValuationPolicy policy;
    private final long[] values;
    private final @Nullable Lane[] lanes;
    private final @Nullable Watcher watcher;

    /** Who is told of each change of a pool. */
    interface Watcher {
        void changed(int row, Goods pool, Lane lane);
    }

    ColumnFold(Facts facts, MoveColumns columns, ValuationPolicy policy, long[] values, @Nullable Watcher watcher) {
        this.facts = facts;
        this.columns = columns;
        this.policy = policy;
        this.values = values;
        this.lanes = new Lane[columns.pools().size()];
        this.watcher = watcher;
    }

    /** Walks through the facts in order from a place (inclusive) to another (exclusive). */
    ColumnFold run(int from, int to) {
        int[] order = facts.order();
        int place = from;
        while (place < to) {
            try {
                while (place < to) {
                    step(order[place]);
                    place++;
                }
            } catch (ArithmeticException beyond) {
                odd(order[place]);
                place++;
            }
        }
        return this;
    }

    private void odd(int row) {
        columns.pools().odd(columns.pools().item(columns.at[row]));
    }

    private void step(int row) {
        byte kind = columns.kinds[row];
        int pool = columns.at[row];
        if (kind == MoveColumns.NONE
                || kind == MoveColumns.VOID
                || columns.pools().isOdd(pool)) {
            return;
        }
        Lane lane = lane(pool);
        long quantity = columns.quantities[row];
        if (kind == MoveColumns.OUT) {
            if (policy.negative() != NegativeStock.TRUE_UP && !lane.has(quantity)) {
                odd(row);
                return;
            }
            values[row] = lane.issue(row, quantity);
        } else if (kind == MoveColumns.ACROSS) {
            across(row, pool, lane, quantity);
            return;
        } else {
            long value = kind == MoveColumns.IN ? values[row] : lane.current(quantity);
            values[row] = value;
            lane.receive(row, quantity, value);
        }
        changed(row, pool, lane);
    }

    private void changed(int row, int pool, Lane lane) {
        if (watcher != null) {
            watcher.changed(row, columns.pools().goods(pool), lane);
        }
    }

    /** Goods that are there cost in the other pool what they cost here; what is lacking may yet change its cost. */
    private void across(int row, int pool, Lane lane, long quantity) {
        if (!lane.has(quantity)) {
            odd(row);
            return;
        }
        Lane target = lane(columns.targets[row]);
        long cost = lane.issue(row, quantity);
        values[row] = cost;
        changed(row, pool, lane);
        target.receive(row, quantity, cost);
        changed(row, columns.targets[row], target);
    }

    private Lane lane(int pool) {
        Lane lane = lanes[pool];
        if (lane == null) {
            ItemTerms terms = facts.terms(columns.pools().goods(pool).item());
            long scale = columns.pools().scale(pool);
            lane = policy.method() == ValuationMethod.FIFO
                    ? new FifoLane(scale, terms.firstCost(), values)
                    : new AverageLane(scale, terms.firstCost(), values);
            lanes[pool] = lane;
        }
        return lane;
    }

    /** The pool by its number; empty when nothing has happened to it. */
    Optional<Lane> pool(int pool) {
        return Optional.ofNullable(lanes[pool]);
    }
}
