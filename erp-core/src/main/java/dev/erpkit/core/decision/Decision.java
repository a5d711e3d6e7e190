package dev.erpkit.core.decision;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.trace.TraceStep;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What a table says about some facts.
 *
 * @param rows the results by output: one row under a single policy or an aggregator, else one for each hit; no row when
 *     nothing matched a table that may say nothing
 * @param rules the rules that matched, counted from 1, in their order
 * @param trace the table, the facts and the rules that led here
 */
public record Decision(
        ImmutableList<ImmutableSortedMap<String, FactValue>> rows, ImmutableList<Integer> rules, TraceStep trace) {
    /** The value of an output in the first row. */
    public Optional<FactValue> value(String output) {
        return rows.getFirstOptional().flatMap(row -> Optional.ofNullable(row.get(output)));
    }
}
