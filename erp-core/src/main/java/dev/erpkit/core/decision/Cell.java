package dev.erpkit.core.decision;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.FactValue.Flag;
import dev.erpkit.core.condition.FactValue.Text;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a rule asks of one input: anything, one of several ranges, or none of them. A value that is unknown or of another
 * kind than a range matches neither the range nor its opposite.
 *
 * @param ranges the ranges; without any, anything goes, even the unknown
 * @param negated whether none of them may contain the value
 */
public record Cell(ImmutableList<Range> ranges, boolean negated) {
    private static final Cell ANYTHING = new Cell(Lists.immutable.empty(), false);

    /**
     * The values between two bounds.
     *
     * @param low the lower bound, empty for none
     * @param lowIncluded whether the lower bound itself is in
     * @param high the upper bound, empty for none
     * @param highIncluded whether the upper bound itself is in
     */
    public record Range(
            Optional<FactValue> low, boolean lowIncluded, Optional<FactValue> high, boolean highIncluded) {
        /** Checks the bounds: {@code decision.range} for none, two kinds, nothing between them, or a range of texts. */
        public Range {
            if (!isSound(low, lowIncluded && highIncluded, high)) {
                throw new InvalidValueException(
                        "Range",
                        "low",
                        "decision.range",
                        "needs a bound, the lower before the upper and of the same kind; texts have no ranges");
            }
        }

        private static boolean isSound(Optional<FactValue> low, boolean closed, Optional<FactValue> high) {
            if (low.isEmpty() && high.isEmpty()) {
                return false;
            }
            boolean point = low.equals(high) && closed;
            boolean unordered = low.or(() -> high)
                    .filter(bound -> bound instanceof Text || bound instanceof Flag)
                    .isPresent();
            if (point || unordered || low.isEmpty() || high.isEmpty()) {
                return point || !unordered;
            }
            OptionalInt order = low.get().compareWith(high.get());
            return order.isPresent() && order.getAsInt() < 0;
        }

        static Range point(FactValue value) {
            return new Range(Optional.of(value), true, Optional.of(value), true);
        }

        /** Whether a value is in; nothing for a value of another kind. */
        Optional<Boolean> contains(FactValue value) {
            boolean in = true;
            if (low.isPresent()) {
                OptionalInt order = value.compareWith(low.get());
                if (order.isEmpty()) {
                    return Optional.empty();
                }
                in = order.getAsInt() > 0 || (order.getAsInt() == 0 && lowIncluded);
            }
            if (high.isPresent()) {
                OptionalInt order = value.compareWith(high.get());
                if (order.isEmpty()) {
                    return Optional.empty();
                }
                in &= order.getAsInt() < 0 || (order.getAsInt() == 0 && highIncluded);
            }
            return Optional.of(in);
        }

        @Override
        public String toString() {
            if (low.equals(high)) {
                return low.map(FactValue::text).orElse("-");
            }
            if (low.isEmpty()) {
                return (highIncluded ? "<= " : "< ") + high.get().text();
            }
            if (high.isEmpty()) {
                return (lowIncluded ? ">= " : "> ") + low.get().text();
            }
            return (lowIncluded ? "[" : "(") + low.get().text() + ".." + high.get().text()
                    + (highIncluded ? "]" : ")");
        }
    }

    /** Checks that nothing is not negated: {@code decision.cell}. */
    public Cell {
        if (negated && ranges.isEmpty()) {
            throw new InvalidValueException("Cell", "ranges", "decision.cell", "must name what is negated");
        }
    }

    /** Anything, even the unknown. */
    public static Cell anything() {
        return ANYTHING;
    }

    /** One of these values. */
    public static Cell of(FactValue... values) {
        return new Cell(Lists.immutable.of(values).collect(Range::point), false);
    }

    /**
     * Reads a FEEL unary test: {@code -}, {@code >= 18}, {@code [15..30)}, {@code "High", "Low"}, {@code not(3)},
     * {@code true}, {@code date("2026-04-01")}.
     *
     * @throws InvalidValueException {@code decision.cell-form}
     */
    public static Cell parse(String text) {
        return new CellReader(text).cell();
    }

    /** Tells whether anything goes. */
    public boolean isAnything() {
        return ranges.isEmpty();
    }

    /** Tells whether a value, or its absence, is what the rule asks for. */
    public boolean matches(Optional<FactValue> value) {
        return isAnything() || value.filter(this::matches).isPresent();
    }

    private boolean matches(FactValue value) {
        ImmutableList<Optional<Boolean>> tests = ranges.collect(range -> range.contains(value));
        boolean in = tests.anySatisfy(test -> test.orElse(false));
        return negated ? !in && tests.anySatisfy(Optional::isPresent) : in;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        if (isAnything()) {
            return "-";
        }
        String list = ranges.makeString(", ");
        return negated ? "not(" + list + ")" : list;
    }
}
