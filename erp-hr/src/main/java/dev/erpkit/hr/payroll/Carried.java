package dev.erpkit.hr.payroll;

import dev.erpkit.core.calendar.DateRange;

/**
 * A correction of an earlier period on the payslip that pays it.
 *
 * @param slot the name of the corrected slot
 * @param minor what was too little, below zero for what was too much
 * @param attribution the period it belongs to
 * @param treatment when it is taxed
 */
public record Carried(String slot, long minor, DateRange attribution, TaxTreatment treatment) {
    /** Without the amount. */
    @Override
    public String toString() {
        return slot + " of " + attribution + " " + treatment.text();
    }
}
