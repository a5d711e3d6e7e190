package dev.erpkit.accounting.allocation;

import dev.erpkit.core.trace.TraceStep;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a cycle comes to in a period.
 *
 * @param movements what leaves pools and what receivers get, in order, without zeros; they sum to zero on every account
 * @param trace how each step came about
 */
public record AllocationPlan(ImmutableList<Movement> movements, ImmutableList<TraceStep> trace) {}
