package dev.erpkit.core.decision;

import dev.erpkit.core.condition.FactValue;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A column of results.
 *
 * @param name its name, empty for the only output of a table
 * @param order the values in their order, the most important first; needed by policies that go by it
 * @param fallback what holds when no rule matches, if anything does
 */
public record DecisionOutput(String name, ImmutableList<FactValue> order, Optional<FactValue> fallback) {
    /** The place of a value in the order; behind all others when it is not there. */
    int rank(FactValue value) {
        int place = order.indexOf(value);
        return place < 0 ? order.size() : place;
    }
}
