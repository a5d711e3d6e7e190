package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.StockEvent.Issue;
import dev.erpkit.inventory.valuation.StockEvent.Receipt;
import dev.erpkit.inventory.valuation.StockEvent.Transfer;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Receipts, issues and transfers as columns, a row for each fact: quantities in whole units of which the pool has so many to one,
 * values in minor units. An item of which anything else happens, or whose numbers do not fit, is odd: its rows say nothing, and
 * {@link Replay} values it.
 */
final class MoveColumns {
    /** Nothing happens. */
    static final byte NONE = 0;
    /** Goods come in at a value. */
    static final byte IN = 1;
    /** Goods come in at the current cost. */
    static final byte IN_AT_CURRENT = 2;
    /** A receipt of nothing. */
    static final byte VOID = 3;
    /** Goods go out. */
    static final byte OUT = 4;
    /** Goods go to another pool. */
    static final byte ACROSS = 5;

    private final ValuationPolicy policy;
    private final ColumnPools pools;
    final byte[] kinds;
    /** Which pool goods come into or leave. */
    final int[] at;

    final long[] quantities;
    final long[] values;
    /** The pool to which goods go; without rows until a transfer comes. */
    int[] targets = {};

    /** The denominators of quantities; without rows while all are whole. */
    private long[] denominators = {};

    /** Whether something happens to receipts apart from their time, which only a replay tells. */
    private boolean apart;

    /** Whether a policy can be folded by columns at all. */
    static boolean fit(ValuationPolicy policy) {
        return policy.backdating() == Backdating.RESTATE
                && (policy.method() == ValuationMethod.FIFO
                        || policy.method() == ValuationMethod.MOVING_AVERAGE
                        || policy.method() == ValuationMethod.SPECIFIC);
    }

    /** Columns with nothing in them yet. */
    MoveColumns(int rows, ValuationPolicy policy) {
        this.policy = policy;
        this.pools = new ColumnPools(policy);
        this.kinds = new byte[rows];
        this.at = new int[rows];
        this.quantities = new long[rows];
        this.values = new long[rows];
    }

    ColumnPools pools() {
        return pools;
    }

    /** Whether a replay must run beside the columns. */
    boolean needsReplay() {
        return apart || pools.anyOdd();
    }

    /** Whether the columns say nothing of a fact that takes effect. */
    boolean leaves(StockEvent event) {
        return event instanceof StockEvent.LandedCost || FactChecks.items(event).anySatisfy(pools::isOdd);
    }

    void read(int row, Receipt receipt) {
        at[row] = pools.of(receipt.goods());
        quantity(row, receipt.quantity());
        Optional<Cost> cost = receipt.cost();
        if (cost.isPresent()) {
            kinds[row] = IN;
            value(row, cost.get(), receipt.quantity());
        } else {
            kinds[row] = IN_AT_CURRENT;
        }
    }

    void read(int row, Issue issue) {
        at[row] = pools.of(issue.goods());
        kinds[row] = OUT;
        quantity(row, issue.quantity());
    }

    void read(int row, Transfer transfer) {
        int from = pools.of(transfer.from());
        int to = pools.of(transfer.to());
        if (pools.item(from) != pools.item(to)) {
            pools.odd(pools.item(from));
            pools.odd(pools.item(to));
        } else if (from != to) {
            targets = targets.length == 0 ? new int[kinds.length] : targets;
            at[row] = from;
            targets[row] = to;
            kinds[row] = ACROSS;
            quantity(row, transfer.quantity());
        }
    }

    /** Heeds all other facts, and what they make of the moves. */
    void amend(Facts facts, ImmutableList<StockEvent> others) {
        others.forEach(event -> other(facts, event));
        facts.amended().forEach(number -> amend(facts, number));
        scale();
        denominators = new long[] {};
    }

    private void other(Facts facts, StockEvent event) {
        if (event instanceof StockEvent.Bill bill) {
            if (policy.priceDifference() != PriceDifference.FOLLOWS_THE_GOODS) {
                apart(facts, bill.of());
            }
        } else if (event instanceof StockEvent.LandedCost cost) {
            if (policy.landedCost() != LandedCostRule.RESTATE_AT_RECEIPT) {
                cost.of().forEach(of -> apart(facts, of));
            }
        } else if (!(event instanceof StockEvent.Amendment) && !(event instanceof StockEvent.StandardCost)) {
            FactChecks.items(event).forEach(pools::odd);
            if (event instanceof StockEvent.CustomerReturn back) {
                apart(facts, back.issue());
            } else if (event instanceof StockEvent.VendorReturn back) {
                apart(facts, back.receipt());
            }
        }
    }

    private void apart(Facts facts, long of) {
        apart = true;
        facts.recorded(of).ifPresent(event -> FactChecks.items(event).forEach(pools::odd));
    }

    private void quantity(int row, Rational quantity) {
        if (!quantity.fitsLongs()) {
            odd(row);
            return;
        }
        quantities[row] = quantity.longNumerator();
        long denominator = quantity.longDenominator();
        if (denominator != 1 && denominators.length == 0) {
            denominators = new long[kinds.length];
            Arrays.fill(denominators, 1);
        }
        if (denominators.length > 0) {
            denominators[row] = denominator;
            pools.refine(at[row], denominator);
        }
    }

    private void value(int row, Cost cost, Rational quantity) {
        try {
            values[row] = cost.of(quantity);
        } catch (ArithmeticException beyond) {
            odd(row);
        }
    }

    private void odd(int row) {
        pools.odd(pools.item(at[row]));
    }

    /** A move as it stands after corrections, bills and landed costs. */
    private void amend(Facts facts, long number) {
        int row = facts.row(number);
        StockEvent event = facts.get(row);
        if (kinds[row] == NONE) {
            return;
        }
        if (event instanceof Receipt receipt) {
            receive(facts, row, receipt, facts.quantity(number, receipt.quantity()));
        } else if (event instanceof Issue issue) {
            quantity(row, facts.quantity(number, issue.quantity()));
        } else if (event instanceof Transfer transfer) {
            Rational quantity = facts.quantity(number, transfer.quantity());
            quantity(row, quantity);
            kinds[row] = quantity.isZero() ? NONE : ACROSS;
        }
    }

    private void receive(Facts facts, int row, Receipt receipt, Rational quantity) {
        long landed = facts.landed(receipt.number());
        try {
            Optional<Long> value = quantity.isZero() ? Optional.of(0L) : facts.goodsValue(receipt);
            if (landed != 0 && (quantity.isZero() || value.isEmpty())) {
                odd(row);
            } else {
                kinds[row] = quantity.isZero() ? VOID : value.isPresent() ? IN : IN_AT_CURRENT;
                values[row] = Math.addExact(value.orElse(0L), landed);
                quantity(row, quantity);
            }
        } catch (ArithmeticException beyond) {
            odd(row);
        }
    }

    private void scale() {
        for (int row = 0; row < denominators.length; row++) {
            if (kinds[row] != NONE) {
                long times = pools.scale(at[row]) / denominators[row];
                boolean fits = Math.multiplyHigh(quantities[row], times) == 0 && quantities[row] * times >= 0;
                if (fits) {
                    quantities[row] *= times;
                } else {
                    odd(row);
                }
            }
        }
    }
}
