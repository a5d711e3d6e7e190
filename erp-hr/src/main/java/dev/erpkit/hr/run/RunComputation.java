package dev.erpkit.hr.run;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.hr.payroll.PayrollPlan;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The payslips of members. Each depends on its member alone, so a host may split members over threads in any way: the parts
 * put together again by {@link #join} are equal to what one thread gives.
 *
 * @param employment whose
 * @param slip the payslip, or why it was refused
 */
public record RunComputation(String employment, Outcome<PaidSlip> slip) {
    /** Computes members in their order; keeps nothing. */
    public static ImmutableList<RunComputation> of(PayrollPlan plan, ImmutableList<RunMember> members) {
        return members.collect(member -> new RunComputation(
                member.employment(),
                plan.compute(member.input()).map(slip -> PaidSlip.of(slip, member.costs()))));
    }

    /** Puts parts together, in the order of employments. */
    public static ImmutableList<RunComputation> join(Iterable<ImmutableList<RunComputation>> parts) {
        return Lists.immutable
                .ofAll(parts)
                .flatCollect(part -> part)
                .toSortedListBy(RunComputation::employment)
                .toImmutable();
    }

    /** All payslips, or the refusal that names the first employment whose payslip was refused and how many there are. */
    static Outcome<ImmutableList<PaidSlip>> all(RunId run, ImmutableList<RunComputation> computed) {
        ImmutableList<RunComputation> refused = computed.select(one -> one.slip.refusal().isPresent());
        if (refused.notEmpty()) {
            RunComputation first = refused.getFirst();
            Refusal cause = first.slip.refusal().orElseThrow();
            return Outcome.refused(RunRefusals.member(run, first.employment, cause, refused.size()));
        }
        return Outcome.accepted(computed.collect(one -> one.slip.orElseThrow()));
    }

    /** Without the payslip. */
    @Override
    public String toString() {
        return "RunComputation of " + employment;
    }
}
