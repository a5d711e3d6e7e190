package dev.erpkit.hr.payroll;

import dev.erpkit.core.calendar.DateRange;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a payslip.
 *
 * @param slot the name of the slot
 * @param kind what it does to the payment
 * @param minor the amount in minor units, never below zero but for a {@link SlotKind#BASE}
 * @param keyDate which date it keys on
 * @param day that date
 * @param attribution the earlier period that it corrects; empty for the lines of the payment itself
 */
public record PayslipLine(
        String slot,
        SlotKind kind,
        long minor,
        KeyDate keyDate,
        Optional<LocalDate> day,
        Optional<DateRange> attribution) {
    /** Without the amount. */
    @Override
    public String toString() {
        return slot + " " + kind;
    }
}
