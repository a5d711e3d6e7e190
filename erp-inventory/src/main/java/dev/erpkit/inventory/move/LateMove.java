package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.ValuationPolicy;

/**
 * A move that takes effect before others: whether it finds its goods, and whether each of the others still does. It walks back
 * over those from what there is now; what was before it stays as it was.
 */
final class LateMove {
    private final Move late;
    private final ValuationPolicy policy;
    private final Goods from;
    private final Goods to;
    /** What there is at the source, in the pool that goods leave and in the one they come into, as far as the walk has come. */
    private Rational atSource;

    private Rational leaving;
    private Rational coming;

    LateMove(Move late, ValuationPolicy policy, StockCheckpoint now) {
        this.late = late;
        this.policy = policy;
        this.from = policy.poolOf(StockEvents.goods(late.sourcePlace()));
        this.to = policy.poolOf(StockEvents.goods(late.targetPlace()));
        this.atSource = now.level(late.sourcePlace());
        this.leaving = now.pool(from);
        this.coming = now.pool(to);
    }

    /** Whether all goods are there; false when all facts must decide. */
    boolean fits(LaterMoves others) {
        for (Move other : others.backTo(late.at())) {
            if (!isThere()) {
                return false;
            }
            undo(other);
        }
        return isThere();
    }

    /** What holds where the late move is, so that it can be made, must hold behind it too, so that the others can. */
    private boolean isThere() {
        boolean out = late.source().isOurs();
        boolean own = late.owner().isEmpty();
        boolean forbids = policy.negative() == NegativeStock.FORBID;
        return (!out || !forbids || atSource.compareTo(late.quantity()) >= 0)
                && (!out || !own || leaving.compareTo(late.quantity()) >= 0)
                && (!late.target().isOurs() || !own || coming.signum() >= 0);
    }

    private void undo(Move other) {
        undo(other, other.source(), other.quantity());
        undo(other, other.target(), other.quantity().negate());
    }

    private void undo(Move other, Location location, Rational more) {
        boolean same = location.equals(late.source())
                && other.lot().equals(late.lot())
                && other.owner().equals(late.owner());
        atSource = same ? atSource.add(more) : atSource;
        if (location.isOurs() && other.owner().isEmpty()) {
            Goods pool = policy.poolOf(
                    Goods.of(other.item()).in(location.warehouse()).lot(other.lot()));
            leaving = pool.equals(from) ? leaving.add(more) : leaving;
            coming = pool.equals(to) ? coming.add(more) : coming;
        }
    }
}
