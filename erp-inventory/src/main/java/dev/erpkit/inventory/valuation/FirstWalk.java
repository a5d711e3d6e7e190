package dev.erpkit.inventory.valuation;

import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.inventory.valuation.StockEvent.Issue;
import dev.erpkit.inventory.valuation.StockEvent.LandedCost;
import dev.erpkit.inventory.valuation.StockEvent.Move;
import dev.erpkit.inventory.valuation.StockEvent.Receipt;
import dev.erpkit.inventory.valuation.StockEvent.Transfer;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.jspecify.annotations.Nullable;

/**
 * The one walk through facts as they were recorded: it checks each of them by itself, puts it in the order in which they
 * take effect and packs it into columns. A fact is many objects, and to fetch them costs more than what is done with them,
 * so that all of it is done at once.
 */
final class FirstWalk {
    private final Recorded recorded;
    private final ValuationPolicy policy;
    private final FactChecks checks;
    private final EffectiveOrder order;
    private final @Nullable MoveColumns columns;
    private final MutableList<StockEvent> others = Lists.mutable.empty();
    /** Whether landed costs take effect on their own. */
    private final boolean covers;

    private FirstWalk(Recorded recorded, ImmutableMap<String, ItemTerms> items, ValuationPolicy policy) {
        this.recorded = recorded;
        this.policy = policy;
        this.checks = new FactChecks(items, policy);
        this.order = new EffectiveOrder(recorded, policy.sameInstant());
        this.columns = MoveColumns.fit(policy) ? new MoveColumns(recorded.size(), policy) : null;
        this.covers = policy.landedCost() != LandedCostRule.RESTATE_AT_RECEIPT;
    }

    /**
     * Walks through facts that were given in any order.
     *
     * @throws RefusedException when two have one number, or else for the first that cannot be
     */
    static FirstWalk through(
            Iterable<? extends StockEvent> events, ImmutableMap<String, ItemTerms> items, ValuationPolicy policy) {
        Recorded given = new Recorded(events);
        FirstWalk walk = new FirstWalk(given, items, policy);
        if (walk.ends()) {
            return walk;
        }
        FirstWalk again = new FirstWalk(given.sorted(), items, policy);
        again.walk();
        return again;
    }

    /** Whether the facts were in the order of their numbers, which is told of all before anything is refused. */
    private boolean ends() {
        try {
            return walk();
        } catch (RefusedException wrong) {
            if (recorded.ascend()) {
                throw wrong;
            }
            return false;
        }
    }

    /** Walks as long as numbers ascend. */
    private boolean walk() {
        long last = Long.MIN_VALUE;
        for (int row = 0; row < recorded.size(); row++) {
            StockEvent event = recorded.get(row);
            long number = event.number();
            if (number <= last && row > 0) {
                return false;
            }
            last = number;
            if (event instanceof Issue issue) {
                read(row, issue);
            } else if (event instanceof Receipt receipt) {
                read(row, receipt);
            } else if (event instanceof Transfer transfer) {
                read(row, transfer);
            } else {
                read(row, event);
            }
        }
        return true;
    }

    private void read(int row, Issue issue) {
        checks.check(issue);
        order.add(row, issue.at(), false);
        if (columns != null) {
            columns.read(row, issue);
        }
    }

    private void read(int row, Receipt receipt) {
        checks.check(receipt);
        order.add(row, receipt.at(), true);
        if (columns != null) {
            columns.read(row, receipt);
        }
    }

    private void read(int row, Transfer transfer) {
        checks.check(transfer);
        order.add(row, transfer.at(), false);
        if (columns != null) {
            columns.read(row, transfer);
        }
    }

    private void read(int row, StockEvent event) {
        checks.check(event);
        others.add(event);
        if (event instanceof Move || (covers && event instanceof LandedCost)) {
            order.add(row, event.at(), EffectiveOrder.isInbound(event));
        }
    }

    /** The facts in the order of their numbers. */
    Recorded recorded() {
        return recorded;
    }

    /** All that are no receipts, issues and transfers. */
    ImmutableList<StockEvent> others() {
        return others.toImmutable();
    }

    /** Receipts, issues and transfers as they were recorded; empty where columns cannot tell of the policy. */
    Optional<MoveColumns> columns() {
        return Optional.ofNullable(columns);
    }

    /** The rows of what takes effect, in order. */
    int[] order() {
        if (policy.backdating() == Backdating.RESTATE) {
            return order.rows();
        }
        boolean apart = policy.priceDifference() == PriceDifference.VARIANCE;
        return IntStream.range(0, recorded.size())
                .filter(row -> !(apart && recorded.get(row) instanceof StockEvent.Bill))
                .toArray();
    }

    /** The rows of what takes effect, in order, but those that do not count. */
    int[] order(IntPredicate counts) {
        return IntStream.of(order()).filter(counts).toArray();
    }
}
