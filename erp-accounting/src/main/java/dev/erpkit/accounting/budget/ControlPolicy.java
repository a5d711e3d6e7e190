package dev.erpkit.accounting.budget;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How budgets are held: one action for each horizon that is looked at. Only plans of expense (zero or more) are held; more
 * income than planned hurts nobody.
 *
 * @param rules in the order in which they are asked
 */
public record ControlPolicy(ImmutableList<Rule> rules) {
    /**
     * What happens when the plan of a horizon does not suffice.
     *
     * @param horizon over which periods
     * @param action what happens
     */
    public record Rule(ControlHorizon horizon, ControlAction action) {}

    /** The year stops, the year to date warns. */
    public static ControlPolicy standard() {
        return new ControlPolicy(Lists.immutable.of(
                new Rule(ControlHorizon.YEAR, ControlAction.STOP),
                new Rule(ControlHorizon.YEAR_TO_DATE, ControlAction.WARN)));
    }

    /** One horizon only. */
    public static ControlPolicy of(ControlHorizon horizon, ControlAction action) {
        return new ControlPolicy(Lists.immutable.of(new Rule(horizon, action)));
    }
}
