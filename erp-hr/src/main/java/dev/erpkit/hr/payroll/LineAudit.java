package dev.erpkit.hr.payroll;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;

/**
 * A figure of a payslip computed again from what was recorded before it.
 *
 * @param slot its name
 * @param recorded what the payslip has, in minor units
 * @param replayed what the rule gives from the recorded figures
 * @param undeclared what the rule read without declaring it; empty when the rule is sound
 */
public record LineAudit(String slot, long recorded, long replayed, ImmutableSet<String> undeclared) {
    /** Whether it is the same and reads only what it declares. */
    public boolean sound() {
        return recorded == replayed && undeclared.isEmpty();
    }

    static ImmutableList<LineAudit> of(Payslip slip, PayrollPlan plan, PayrollInput input, long[] values) {
        MutableList<LineAudit> audits = Lists.mutable.empty();
        for (int i = 0; i < plan.size(); i++) {
            MutableSet<String> reads = Sets.mutable.empty();
            Inputs in = new Inputs(plan, input, values, reads);
            long replayed = plan.evaluate(i, in, input);
            RuleDefinition rule = plan.order().get(i);
            ImmutableSet<String> declared = rule.reads().collect(Readable::name).toImmutableSet();
            Slot slot = plan.slotAt(i);
            audits.add(new LineAudit(
                    slot.name(),
                    slip.minor(slot),
                    replayed,
                    reads.difference(declared).toImmutable()));
        }
        return audits.toImmutable();
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return slot + (sound() ? " sound" : " unsound, undeclared " + undeclared);
    }
}
