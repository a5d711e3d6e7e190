package dev.erpkit.hr.run;

import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.payroll.PayrollInput;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Somebody who is paid in a run.
 *
 * @param input what is known; its accumulators are opening balances, what was committed here is added to them
 * @param costs who bears the cost; empty for no cost centre
 */
public record RunMember(PayrollInput input, ImmutableList<CostShare> costs) {
    /** A member. */
    public static RunMember of(PayrollInput input, CostShare... costs) {
        return new RunMember(input, Lists.immutable.with(costs));
    }

    /** The host's id of the employment. */
    public String employment() {
        return input.employment();
    }

    String canonical() {
        return input.canonical() + "\n" + costs;
    }
}
