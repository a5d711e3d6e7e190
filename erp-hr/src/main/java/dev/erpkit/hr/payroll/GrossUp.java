package dev.erpkit.hr.payroll;

import dev.erpkit.core.outcome.Outcome;
import java.util.function.LongFunction;

/**
 * The gross that gives a net: the least value of a fact whose payslip pays out at least what was asked. It is found by
 * bisection over whole minor units, so it is exact; deductions may jump, so the net can exceed what was asked.
 *
 * @param gross the value of the fact in minor units
 * @param payslip what it gives
 * @param exact whether the payslip pays out exactly what was asked
 */
public record GrossUp(long gross, Payslip payslip, boolean exact) {
    /**
     * Finds the gross.
     *
     * @param plan of the payment
     * @param input all that is known but the fact
     * @param fact the amount that is looked for
     * @param net what is to be paid out, in minor units
     * @param atMost the highest value that is tried
     * @return the gross, {@code payroll.net-not-reachable}, or what refuses a payslip on the way
     */
    public static Outcome<GrossUp> find(PayrollPlan plan, PayrollInput input, Fact fact, long net, long atMost) {
        LongFunction<Outcome<Payslip>> compute =
                gross -> plan.compute(input.toBuilder().set(fact, gross).build());
        Outcome<Payslip> best = compute.apply(atMost);
        if (best.refusal().isPresent() || best.orElseThrow().netMinor() < net) {
            return best.then(tooLittle -> Outcome.refused(PayrollRefusals.notReachable(fact.name())));
        }
        long low = -1;
        long high = atMost;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            Outcome<Payslip> tried = compute.apply(middle);
            if (tried.refusal().isPresent()) {
                return tried.map(slip -> new GrossUp(0, slip, false));
            }
            if (tried.orElseThrow().netMinor() >= net) {
                high = middle;
                best = tried;
            } else {
                low = middle;
            }
        }
        long gross = high;
        return best.map(slip -> new GrossUp(gross, slip, slip.netMinor() == net));
    }

    /** Without the amount. */
    @Override
    public String toString() {
        return "GrossUp " + payslip;
    }
}
