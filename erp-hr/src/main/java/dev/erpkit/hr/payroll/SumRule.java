package dev.erpkit.hr.payroll;

import org.eclipse.collections.api.list.ImmutableList;

/** The rule of a collector: what counts into it less what lowers it. */
record SumRule(ImmutableList<Slot> adding, ImmutableList<Slot> subtracting) implements Rule {
    @Override
    public long amount(Inputs in) {
        long sum = 0;
        for (int i = 0; i < adding.size(); i++) {
            sum = Math.addExact(sum, in.amount(adding.get(i)));
        }
        for (int i = 0; i < subtracting.size(); i++) {
            sum = Math.subtractExact(sum, in.amount(subtracting.get(i)));
        }
        return sum;
    }
}
