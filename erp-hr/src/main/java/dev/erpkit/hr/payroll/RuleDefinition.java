package dev.erpkit.hr.payroll;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * A rule as the pack keeps it.
 *
 * @param edition the edition it is for, empty for all that have no other
 * @param slot the index of the slot whose amount it computes
 * @param reads what it declared
 * @param layer who laid it down
 */
record RuleDefinition(String edition, int slot, Rule rule, ImmutableList<Readable> reads, String layer) {}
