package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import java.util.SortedMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What a fact shifts, given what lies where. */
final class Shifts {
    private Shifts() {}

    static ImmutableList<Shift> of(StockFact fact, Amendments amendments, SortedMap<Place, Rational> levels) {
        if (fact instanceof Move move) {
            Rational quantity = amendments.quantity(move.number(), move.quantity());
            return shift(fact, move.sourcePlace(), move.targetPlace(), quantity);
        } else if (fact instanceof Assembly assembly) {
            ImmutableList<Shift> in = assembly.consumed()
                    .flatCollect(i -> shift(fact, i.place(), i.place().at(assembly.workshop()), i.quantity()));
            return in.newWithAll(assembly.produced()
                    .flatCollect(o -> shift(fact, o.place().at(assembly.workshop()), o.place(), o.quantity())));
        } else if (fact instanceof Counted count) {
            Rational there = levels.getOrDefault(count.place(), Rational.ZERO);
            Rational more =
                    amendments.quantity(count.number(), count.quantity()).subtract(there);
            Place difference = count.place().at(Counted.DIFFERENCE);
            return more.signum() > 0
                    ? shift(fact, difference, count.place(), more)
                    : shift(fact, count.place(), difference, more.negate());
        }
        return Lists.immutable.empty();
    }

    private static ImmutableList<Shift> shift(StockFact fact, Place from, Place to, Rational quantity) {
        return quantity.isZero()
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Shift(fact.number(), fact.at(), from, to, quantity));
    }
}
