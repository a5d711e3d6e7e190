package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The part of somebody's cost that a cost centre bears: of a contract, and of the payslips paid by it.
 *
 * @param costCentre 1 to 64 characters; in the books the value on the axis of cost centres
 * @param weight against the other weights, above zero
 */
public record CostShare(String costCentre, long weight) {
    /** Checks both: {@code employment.cost-share}. */
    public CostShare {
        if (costCentre.isBlank() || costCentre.length() > 64 || !Texts.isLabel(costCentre) || weight < 1) {
            throw new InvalidValueException(
                    "CostShare",
                    "costCentre",
                    "employment.cost-share",
                    "must name a cost centre of 1 to 64 characters and have a weight above zero");
        }
    }

    /** A share. */
    public static CostShare of(String costCentre, long weight) {
        return new CostShare(costCentre, weight);
    }
}
