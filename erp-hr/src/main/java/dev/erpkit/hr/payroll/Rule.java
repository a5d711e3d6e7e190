package dev.erpkit.hr.payroll;

/**
 * Computes the amount of a slot from what it has declared to read. It is a pure function: equal inputs give equal amounts
 * and notes. It refuses by {@code throw in.refuse(...)}.
 */
@FunctionalInterface
public interface Rule {
    /** The amount in minor units. */
    long amount(Inputs in);
}
