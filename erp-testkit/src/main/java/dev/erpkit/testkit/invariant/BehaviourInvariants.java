package dev.erpkit.testkit.invariant;

import dev.erpkit.crm.behaviour.Baskets.ItemSet;
import dev.erpkit.crm.behaviour.Cohorts;
import dev.erpkit.crm.behaviour.RepeatModel;
import dev.erpkit.crm.behaviour.RepeatPurchases;
import dev.erpkit.crm.behaviour.Survival;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of estimates of customer behaviour. */
public final class BehaviourInvariants {
    private BehaviourInvariants() {}

    /** Survival begins at one at most, never rises, and stays between nothing and one. */
    public static ImmutableList<Finding> survivalFalls(Survival survival) {
        MutableList<Finding> found = Lists.mutable.empty();
        double before = 1;
        for (Survival.Step step : survival.steps()) {
            if (step.survival() > before || step.survival() < 0) {
                found.add(new Finding("survival-falls", "time " + step.time(), step.survival() + " after " + before));
            }
            before = step.survival();
        }
        return found.toImmutable();
    }

    /** Of those who came together never more are active later than came. */
    public static ImmutableList<Finding> cohortsDoNotGrow(Cohorts cohorts) {
        MutableList<Finding> found = Lists.mutable.empty();
        cohorts.rows()
                .forEach(row -> row.active()
                        .select(active -> active > row.size() || active < 0)
                        .forEach(active -> found.add(new Finding(
                                "cohorts-do-not-grow", row.start().toString(), active + " of " + row.size()))));
        return found.toImmutable();
    }

    /** A set of items lies in as many baskets as any part of it at most, and every part of a frequent set is frequent. */
    public static ImmutableList<Finding> supportShrinks(ImmutableList<ItemSet> sets) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (ItemSet set : sets.select(s -> s.items().size() > 1)) {
            for (String item : set.items()) {
                ItemSet part = sets.detect(s -> s.items().equals(set.items().newWithout(item)));
                if (part == null || part.count() < set.count()) {
                    found.add(new Finding("support-shrinks", set.items().toString(), "without " + item));
                }
            }
        }
        return found.toImmutable();
    }

    /** The chance of being there is a probability and falls while nothing happens; nobody is expected to buy less than nothing. */
    public static ImmutableList<Finding> expectationsArePossible(
            RepeatModel model, ImmutableList<RepeatPurchases> customers) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (RepeatPurchases c : customers) {
            double now = model.alive(c.frequency(), c.recency(), c.age());
            double later = model.alive(c.frequency(), c.recency(), c.age() + 1);
            double soon = model.expected(1, c.frequency(), c.recency(), c.age());
            double all = model.expected(2, c.frequency(), c.recency(), c.age());
            if (!(now >= 0 && now <= 1) || later > now + 1e-9) {
                found.add(new Finding("alive-is-a-chance", c.customer().value(), now + ", then " + later));
            }
            if (!(soon >= -1e-9) || all < soon - 1e-9) {
                found.add(new Finding("expectation-grows", c.customer().value(), soon + ", then " + all));
            }
        }
        return found.toImmutable();
    }
}
