package dev.erpkit.hr.employment;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * A contract as it was made.
 *
 * @param id its name
 * @param engagement which of a person's engagements it continues, such as {@code main}: those of one engagement never overlap,
 *     those of several may; 1 to 64 characters
 * @param validity its days, with a first one; without an end when it is not limited
 * @param terms from the first day on
 */
public record Contract(ContractId id, String engagement, DateRange validity, EmploymentTerms terms) {
    /** Checks {@code employment.engagement} and {@code employment.start}. */
    public Contract {
        if (engagement.isBlank() || engagement.length() > 64 || !Texts.isLabel(engagement)) {
            throw new InvalidValueException(
                    "Contract",
                    "engagement",
                    "employment.engagement",
                    "must have 1 to 64 characters and no control characters");
        }
        if (!validity.hasStart()) {
            throw new InvalidValueException("Contract", "validity", "employment.start", "must have a first day");
        }
    }

    /** A contract with these terms. */
    public static Contract of(ContractId id, String engagement, DateRange validity, EmploymentTerms terms) {
        return new Contract(id, engagement, validity, terms);
    }
}
