package dev.erpkit.hr.payroll;

import org.eclipse.collections.api.list.ImmutableList;

/** The rule of a collector: what counts into it less what lowers it. */
final class SumRule implements Rule {
    private final Slot[] adding;
    private final Slot[] subtracting;

    SumRule(ImmutableList<Slot> adding, ImmutableList<Slot> subtracting) {
        this.adding = adding.toArray(new Slot[0]);
        this.subtracting = subtracting.toArray(new Slot[0]);
    }

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
