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
 * @param derivation whether what it notes on the way is what was recorded
 * @param undeclared what the rule read without declaring it; empty when the rule is sound
 */
public record LineAudit(
        String slot, long recorded, long replayed, boolean derivation, ImmutableSet<String> undeclared) {
    /** Whether figure and derivation are the same and the rule reads only what it declares. */
    public boolean sound() {
        return recorded == replayed && derivation && undeclared.isEmpty();
    }

    static ImmutableList<LineAudit> of(PayrollPlan plan, PayrollInput input, Notes notes) {
        MutableList<LineAudit> audits = Lists.mutable.empty();
        for (int i = 0; i < plan.size(); i++) {
            MutableSet<String> reads = Sets.mutable.empty();
            Inputs in = Inputs.replaying(plan, input, notes, reads);
            long replayed = plan.evaluate(i, in, input.isByRulesAlone());
            RuleDefinition rule = plan.order().get(i);
            ImmutableSet<String> declared = rule.reads().collect(Readable::name).toImmutableSet();
            audits.add(new LineAudit(
                    plan.slotAt(i).name(),
                    notes.value(i),
                    replayed,
                    notes.of(i, plan).equals(in.notes.written().of(i, plan)),
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
