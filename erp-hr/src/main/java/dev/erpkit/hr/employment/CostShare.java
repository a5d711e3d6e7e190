package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The part of a contract's cost that a cost centre bears.
 *
 * @param costCentre 1 to 64 characters
 * @param weight against the other weights of the contract, above zero
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
}
