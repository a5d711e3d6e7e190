package dev.erpkit.hr.japan.payslip;

/**
 * What a wage ledger says of the work of a period; minutes as the host's time records have them.
 *
 * @param days worked
 * @param minutes worked in all
 * @param overtime minutes beyond the legal hours
 * @param holiday minutes on statutory holidays
 * @param night minutes from 22:00 to 05:00
 */
public record WorkedTime(int days, long minutes, long overtime, long holiday, long night) {}
