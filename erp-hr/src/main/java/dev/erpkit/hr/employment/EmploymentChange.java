package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.LocalDate;

/** One thing that happened to the employment of a person. */
public sealed interface EmploymentChange {
    /**
     * A contract begins: somebody joins, or a contract follows another.
     *
     * @param contract what was agreed
     */
    record Joined(Contract contract) implements EmploymentChange {}

    /**
     * The terms of a contract change: other pay, hours, place or position.
     *
     * @param contract which
     * @param from the first day of the new terms; the change of the same day that was recorded last holds
     * @param terms the new terms, all of them
     */
    record Moved(ContractId contract, LocalDate from, EmploymentTerms terms) implements EmploymentChange {}

    /**
     * A contract ends, earlier than agreed or for want of an agreed end. Recorded again it corrects the last day.
     *
     * @param contract which
     * @param lastDay its last day
     * @param reason the host's name for the reason, not personal; 1 to 64 characters
     */
    record Left(ContractId contract, LocalDate lastDay, String reason) implements EmploymentChange {
        /** Checks the reason: {@code employment.reason}. */
        public Left {
            if (reason.isBlank() || reason.length() > 64 || !Texts.isLabel(reason)) {
                throw new InvalidValueException(
                        "Left",
                        "reason",
                        "employment.reason",
                        "must have 1 to 64 characters and no control characters");
            }
        }
    }
}
