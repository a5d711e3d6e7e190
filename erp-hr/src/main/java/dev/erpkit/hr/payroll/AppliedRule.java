package dev.erpkit.hr.payroll;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * A rule as derivations tell it, the same for everybody whose figure it gave.
 *
 * @param slot the figure that it gives
 * @param law where it comes from; empty where it names none
 * @param keyDate which date it keys on
 * @param layer who laid it down; empty for the sum of other slots
 * @param inputs the facts, parameters and accumulators that it reads, by name
 * @param slots the figures that it reads
 */
public record AppliedRule(
        String slot,
        String law,
        KeyDate keyDate,
        String layer,
        ImmutableList<String> inputs,
        ImmutableList<String> slots) {}
