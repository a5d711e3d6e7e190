package dev.erpkit.inventory.valuation;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What a layer is made of: so much quantity and value out of each event. Whatever leaves takes its share of every part, in
 * whole minor units and in whole units of quantity, so that shares sum exactly and no fraction grows.
 */
final class Composition {
    private MutableList<Piece> pieces = Lists.mutable.empty();

    /** So much out of an event. */
    record Piece(long source, Rational quantity, long value) {
        boolean isNothing() {
            return quantity.isZero() && value == 0;
        }
    }

    void add(long source, Rational quantity, long value) {
        if (value < 0) {
            take(Rational.ZERO, Math.negateExact(value), BigInteger.ONE);
        } else {
            pieces.add(new Piece(source, quantity, value));
        }
    }

    /**
     * Takes a share of each part, no more than there is: what a pool gives beyond that has not come yet.
     *
     * @param unit how many units of quantity make one
     */
    ImmutableList<Piece> take(Rational quantity, long value, BigInteger unit) {
        long worth = Math.max(0, Math.min(value, pieces.sumOfLong(Piece::value)));
        Rational there = pieces.injectInto(Rational.ZERO, (sum, piece) -> sum.add(piece.quantity()));
        Rational most = quantity.compareTo(there) < 0 ? quantity : there;
        BigInteger[] values = shares(BigInteger.valueOf(worth), pieces.collect(piece -> Rational.of(piece.value())));
        Rational scale = Rational.of(unit, BigInteger.ONE);
        BigInteger[] quantities = shares(most.multiply(scale).numerator(), pieces.collect(Piece::quantity));
        MutableList<Piece> taken = Lists.mutable.empty();
        MutableList<Piece> left = Lists.mutable.empty();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Rational part = Rational.of(quantities[i], unit);
            long cost = values[i].longValueExact();
            add(taken, new Piece(piece.source(), part, cost));
            add(left, new Piece(piece.source(), piece.quantity().subtract(part), piece.value() - cost));
        }
        pieces = left;
        return taken.toImmutable();
    }

    private static void add(MutableList<Piece> pieces, Piece piece) {
        if (!piece.isNothing()) {
            pieces.add(piece);
        }
    }

    private static BigInteger[] shares(BigInteger total, MutableList<Rational> weights) {
        return weights.allSatisfy(Rational::isZero)
                ? weights.collect(weight -> BigInteger.ZERO).toArray(new BigInteger[0])
                : Allocator.allocate(total, weights.toImmutable(), RemainderRule.LARGEST_REMAINDER);
    }

    ImmutableList<Piece> pieces() {
        return pieces.toImmutable();
    }
}
