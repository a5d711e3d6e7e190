package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A fact about goods, never edited: corrections are facts of their own. Quantities are exact and in the stock unit of the
 * item, above zero where it is not said otherwise; money is in minor units of the currency of the valuation.
 *
 * <p>{@code number} is the order in which facts were recorded, each number once. {@code at} is when a fact takes effect.
 */
public sealed interface StockEvent {
    /** The place in the order of recording. */
    long number();

    /** When it takes effect. */
    LocalDateTime at();

    /** A fact that moves or values goods at its time; the others amend one of these. */
    sealed interface Move extends StockEvent {}

    /** A fact that amends an earlier one. */
    sealed interface Amendment extends StockEvent {}

    /** A fact that moves no goods by itself. */
    sealed interface Note extends StockEvent {
        /** The same fact with another place in the order of recording. */
        Note numbered(long given);
    }

    /** Goods come in. Without a cost they come at the current cost of their pool. */
    record Receipt(long number, LocalDateTime at, Goods goods, Rational quantity, Optional<Cost> cost)
            implements Move {}

    /** Goods go out. */
    record Issue(long number, LocalDateTime at, Goods goods, Rational quantity) implements Move {}

    /** Goods of an issue come back. */
    record CustomerReturn(long number, LocalDateTime at, Goods goods, Rational quantity, long issue) implements Move {}

    /** Goods of a receipt go back. */
    record VendorReturn(long number, LocalDateTime at, Goods goods, Rational quantity, long receipt) implements Move {}

    /** Goods change their place. */
    record Transfer(long number, LocalDateTime at, Goods from, Goods to, Rational quantity) implements Move {}

    /**
     * Goods become other goods, which take over what the former cost and the conversion cost, by shares.
     *
     * @param conversion further cost, such as labour
     */
    record Production(
            long number,
            LocalDateTime at,
            ImmutableList<Part> consumed,
            ImmutableList<Output> produced,
            ConversionCost conversion)
            implements Move {
        /** A production with one further cost in minor units that is neither labour nor overhead. */
        public Production(
                long number,
                LocalDateTime at,
                ImmutableList<Part> consumed,
                ImmutableList<Output> produced,
                long extra) {
            this(number, at, consumed, produced, new ConversionCost(0, 0, extra));
        }

        /** The further cost, all of it. */
        public long extra() {
            return conversion.total();
        }
    }

    /** So much of some goods. */
    record Part(Goods goods, Rational quantity) {}

    /**
     * What a production gives.
     *
     * @param share its weight when the cost is shared; nothing for a by-product that is worth nothing
     */
    record Output(Goods goods, Rational quantity, Rational share) {}

    /** So much was counted, zero included; a surplus comes in at the cost, or else at the current cost of its pool. */
    record Count(long number, LocalDateTime at, Goods goods, Rational counted, Optional<Cost.Each> cost)
            implements Move {}

    /** From here on there is so much at this cost, whatever was known before. */
    record Reset(long number, LocalDateTime at, Goods goods, Rational quantity, Cost.Each cost) implements Move {}

    /** The stock of a pool is worth so much more, or so much each. */
    record Revaluation(long number, LocalDateTime at, Goods goods, Cost cost) implements Move, Note {
        @Override
        public Revaluation numbered(long given) {
            return new Revaluation(given, at, goods, cost);
        }
    }

    /** The standard cost of an item changes, in all its pools. */
    record StandardCost(long number, LocalDateTime at, String item, Cost.Each cost) implements Move, Note {
        @Override
        public StandardCost numbered(long given) {
            return new StandardCost(given, at, item, cost);
        }
    }

    /**
     * From here on issues of an item take another cost. What lies in its pools keeps its value as one layer; a standard that
     * begins changes it to the standard cost.
     */
    record MethodChange(long number, LocalDateTime at, String item, ValuationMethod method) implements Move, Note {
        @Override
        public MethodChange numbered(long given) {
            return new MethodChange(given, at, item, method);
        }
    }

    /** A move was of another quantity, zero included. */
    record QuantityCorrection(long number, LocalDateTime at, long of, Rational quantity) implements Amendment, Note {
        @Override
        public QuantityCorrection numbered(long given) {
            return new QuantityCorrection(given, at, of, quantity);
        }
    }

    /** A receipt cost something else. */
    record PriceCorrection(long number, LocalDateTime at, long of, Cost cost) implements Amendment, Note {
        @Override
        public PriceCorrection numbered(long given) {
            return new PriceCorrection(given, at, of, cost);
        }
    }

    /** A fact does not hold. */
    record Cancel(long number, LocalDateTime at, long of) implements Amendment, Note {
        @Override
        public Cancel numbered(long given) {
            return new Cancel(given, at, of);
        }
    }

    /** The vendor bills so much of a receipt at a price. */
    record Bill(long number, LocalDateTime at, long of, Rational quantity, Cost.Each price) implements Amendment, Note {
        @Override
        public Bill numbered(long given) {
            return new Bill(given, at, of, quantity, price);
        }
    }

    /**
     * Freight, duty and the like for receipts.
     *
     * @param amount in minor units
     */
    record LandedCost(long number, LocalDateTime at, ImmutableList<Long> of, long amount, LandedCostBasis basis)
            implements Amendment, Note {
        @Override
        public LandedCost numbered(long given) {
            return new LandedCost(given, at, of, amount, basis);
        }
    }
}
