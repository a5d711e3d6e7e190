package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;

/**
 * What a rule proposes.
 *
 * @param quantity how much to order, zero when nothing
 * @param after what stock comes to once that has come
 * @param trace how it was found
 */
public record OrderProposal(Rational quantity, Rational after, TraceStep trace) {}
