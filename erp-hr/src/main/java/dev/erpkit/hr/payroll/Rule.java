package dev.erpkit.hr.payroll;

import java.util.function.Function;

/**
 * Computes the amount of a slot from what it has declared to read. It is a pure function: equal inputs give equal amounts
 * and notes. It refuses by {@code throw in.refuse(...)}.
 */
@FunctionalInterface
public interface Rule {
    /** The amount in minor units. */
    long amount(Inputs in);

    /** This rule for the dates of a payment: see {@link #dated}. */
    default Rule at(PayDates dates) {
        return this;
    }

    /** A rule that works out once what depends on the dates of a payment alone, not again for each person. */
    static Rule dated(Function<PayDates, Rule> made) {
        return new DatedRule(made);
    }
}
