package dev.erpkit.core.decision;

/**
 * A column of conditions.
 *
 * @param field the field that is tested
 * @param allowed the values that can come, {@link Cell#anything()} when nothing narrows them
 */
public record DecisionInput(String field, Cell allowed) {}
