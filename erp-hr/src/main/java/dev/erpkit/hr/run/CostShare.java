package dev.erpkit.hr.run;

import dev.erpkit.core.value.InvalidValueException;

/**
 * The part of somebody's cost that a cost centre bears.
 *
 * @param costCentre the value on the axis {@link PayrollEvents#COST_CENTRE}
 * @param weight its weight among the shares, above zero
 */
public record CostShare(String costCentre, long weight) {
    /** Checks the weight: {@code run.cost-share}. */
    public CostShare {
        if (weight <= 0 || costCentre.isBlank()) {
            throw new InvalidValueException(
                    "CostShare", "weight", "run.cost-share", "needs a cost centre and a weight above zero");
        }
    }

    /** A share. */
    public static CostShare of(String costCentre, long weight) {
        return new CostShare(costCentre, weight);
    }
}
