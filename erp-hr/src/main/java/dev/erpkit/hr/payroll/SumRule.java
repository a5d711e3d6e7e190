package dev.erpkit.hr.payroll;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * The rule of a collector: what counts into it less what lowers it.
 *
 * @param adding what counts into it
 * @param subtracting what lowers it
 */
record SumRule(ImmutableList<Slot> adding, ImmutableList<Slot> subtracting) implements Rule {
    @Override
    public long amount(Inputs in) {
        long sum = 0;
        for (Slot slot : adding) {
            sum = Math.addExact(sum, in.amount(slot));
        }
        for (Slot slot : subtracting) {
            sum = Math.subtractExact(sum, in.amount(slot));
        }
        return sum;
    }
}
