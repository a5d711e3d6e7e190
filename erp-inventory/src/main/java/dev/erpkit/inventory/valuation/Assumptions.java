package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;

/**
 * What a walk takes for granted of what comes later: what transfers, productions and returns bring in, and what comes in during
 * a period. A walk whose findings are its assumptions is the last.
 */
final class Assumptions {
    final SortedMap<Long, Long> values = new TreeMap<>();
    final MutableMap<Period, Incoming> periods = Maps.mutable.empty();

    /** A period of a pool; a reset begins another part of it. */
    record Period(Goods pool, LocalDate start, int part) {}

    /** What comes in during a period. */
    record Incoming(Rational quantity, long value) {
        static final Incoming NOTHING = new Incoming(Rational.ZERO, 0);

        Incoming plus(Rational more, long moreValue) {
            return new Incoming(quantity.add(more), Math.addExact(value, moreValue));
        }
    }

    boolean agrees(Assumptions found) {
        return values.equals(found.values) && periods.equals(found.periods);
    }
}
