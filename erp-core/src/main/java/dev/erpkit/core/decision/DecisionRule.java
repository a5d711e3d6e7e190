package dev.erpkit.core.decision;

import dev.erpkit.core.condition.FactValue;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One row of a table: what it asks of each input, and what it says for each output.
 *
 * @param cells one for each input, in their order
 * @param values one for each output, in their order
 */
public record DecisionRule(ImmutableList<Cell> cells, ImmutableList<FactValue> values) {
    /** Cells that wait for their outputs. */
    public static When when(String... cells) {
        return new When(Lists.immutable.of(cells).collect(Cell::parse));
    }

    /**
     * The left side of a rule.
     *
     * @param cells one for each input, in their order
     */
    public record When(ImmutableList<Cell> cells) {
        /** The rule with these outputs, written as {@code "High"}, {@code 18.5}, {@code true}, {@code date("2026-04-01")}. */
        public DecisionRule then(String... values) {
            return new DecisionRule(
                    cells,
                    Lists.immutable.of(values).collect(text -> new CellReader(text).single()));
        }
    }
}
