package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.allocation.AllocationCycle;
import dev.erpkit.accounting.allocation.AllocationPlan;
import dev.erpkit.accounting.allocation.AllocationStep;
import dev.erpkit.accounting.allocation.Movement;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.posting.Dimensions;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of allocations between coordinates. */
public final class AllocationInvariants {
    private AllocationInvariants() {}

    /** Nothing is won or lost: on every account what receivers get is what pools give, and every step passes on all it has. */
    public static ImmutableList<Finding> exact(AllocationPlan plan) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (AccountId account : plan.movements().collect(Movement::account).distinct()) {
            long sum = plan.movements()
                    .select(each -> each.account().equals(account))
                    .sumOfLong(Movement::minor);
            if (sum != 0) {
                found.add(new Finding("allocation-whole", account.value(), "is off by " + sum));
            }
        }
        plan.trace().forEach(step -> {
            long parts = step.parts().sumOfLong(part -> Long.parseLong(part.result()));
            if (parts != Long.parseLong(step.result())) {
                found.add(new Finding("allocation-whole", step.inputs().toString(), "passes on " + parts));
            }
        });
        return found.toImmutable();
    }

    /** After a plan the pools of its cycle are empty, account by account. */
    public static ImmutableList<Finding> poolsAreEmpty(
            AllocationCycle cycle, ImmutableList<Movement> period, AllocationPlan plan) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (AllocationStep step : cycle.steps()) {
            ImmutableList<Movement> pool =
                    period.newWithAll(plan.movements()).select(each -> within(step.sender(), each.dimensions()));
            for (AccountId account : step.accounts()) {
                long left = pool.select(each -> each.account().equals(account)).sumOfLong(Movement::minor);
                if (left != 0) {
                    found.add(new Finding("allocation-pool", step.name(), "keeps " + left + " on " + account));
                }
            }
        }
        return found.toImmutable();
    }

    private static boolean within(Dimensions wide, Dimensions narrow) {
        return wide.values()
                .keyValuesView()
                .allSatisfy(each ->
                        narrow.get(each.getOne()).filter(each.getTwo()::equals).isPresent());
    }
}
