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

    /**
     * Where the values tend to: a cost that goes round in a circle comes nearer by the same proportion each time, so that the
     * limit follows from three of them (the method of Aitken). Only a better guess: the walks after it decide.
     */
    Assumptions leap(Assumptions first, Assumptions second) {
        Assumptions limit = new Assumptions();
        limit.periods.putAll(periods);
        values.forEach((event, value) -> {
            long early =
                    Math.subtractExact(second.values.getOrDefault(event, 0L), first.values.getOrDefault(event, 0L));
            long late = Math.subtractExact(value, second.values.getOrDefault(event, 0L));
            boolean shrinks = late != 0 && Long.signum(late) == Long.signum(early) && Math.abs(late) < Math.abs(early);
            long rest = shrinks ? rest(early, late) : 0;
            limit.values.put(event, Math.addExact(value, rest));
        });
        return limit;
    }

    /** Whether the values are those of others but for so many units. */
    boolean isNear(Assumptions others, long most) {
        return values.entrySet().stream()
                .allMatch(value -> isNear(value.getValue(), others.values.getOrDefault(value.getKey(), 0L), most));
    }

    private static boolean isNear(long value, long other, long most) {
        return Math.abs(Math.subtractExact(value, other)) <= most;
    }

    /** Between these and others, where walks go to and fro between two sets that differ by roundings. */
    Assumptions middle(Assumptions others) {
        Assumptions middle = new Assumptions();
        middle.periods.putAll(periods);
        values.forEach((event, value) -> {
            long other = others.values.getOrDefault(event, value);
            middle.values.put(event, Math.floorDiv(Math.addExact(value, other), 2));
        });
        return middle;
    }

    private static long rest(long early, long late) {
        Rational step = Rational.of(late);
        return Shares.round(step.multiply(step).divide(Rational.of(early - late)));
    }
}
