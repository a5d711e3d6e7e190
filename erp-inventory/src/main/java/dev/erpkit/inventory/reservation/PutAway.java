package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Where goods that come in are put: the other way around than picking. */
public final class PutAway {
    private PutAway() {}

    /**
     * Where goods may be put.
     *
     * @param location the location
     * @param capacity how much fits in
     * @param occupied how much is in already
     * @param priority 1 comes first
     */
    public record Rule(String location, Rational capacity, Rational occupied, int priority) {
        /** An empty location of the first priority. */
        public static Rule of(String location, Rational capacity) {
            return new Rule(location, capacity, Rational.ZERO, 1);
        }

        Rational free() {
            return capacity.subtract(occupied);
        }
    }

    /**
     * So much goes to a location.
     *
     * @param location the location
     * @param quantity how much, above zero
     */
    public record Put(String location, Rational quantity) {}

    /**
     * Where everything goes.
     *
     * @param puts in the order of filling
     * @param unassigned what fits nowhere
     */
    public record Plan(ImmutableList<Put> puts, Rational unassigned) {}

    /**
     * Fills locations by priority, those with most room first.
     *
     * @param whole what cannot be broken, such as a bag of a thousand; empty when the goods can be divided at will
     */
    public static Plan plan(Rational quantity, ImmutableList<Rule> rules, Optional<Rational> whole) {
        Comparator<Rule> byPriority = Comparator.comparingInt(Rule::priority);
        Comparator<Rule> byRoom = Comparator.comparing(Rule::free);
        MutableList<Put> puts = Lists.mutable.empty();
        Rational left = quantity;
        for (Rule rule : rules.toSortedList(byPriority.thenComparing(byRoom.reversed()))) {
            Rational fits = left.compareTo(rule.free()) < 0 ? left : rule.free();
            Rational put = whole.map(step -> cut(fits, step)).orElse(fits);
            if (put.signum() > 0) {
                puts.add(new Put(rule.location(), put));
                left = left.subtract(put);
            }
        }
        return new Plan(puts.toImmutable(), left);
    }

    private static Rational cut(Rational quantity, Rational step) {
        Rational times = quantity.divide(step);
        return Rational.of(times.numerator().divide(times.denominator()), BigInteger.ONE)
                .multiply(step);
    }
}
