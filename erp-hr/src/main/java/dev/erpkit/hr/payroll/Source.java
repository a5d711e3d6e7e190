package dev.erpkit.hr.payroll;

import java.time.LocalDate;

/**
 * Where the figures of a version of a parameter come from.
 *
 * @param document what they were taken from
 * @param checked when they were last compared with it
 * @param review the day from which they want to be looked at again; a conformance check fails from then on
 */
public record Source(String document, LocalDate checked, LocalDate review) {}
