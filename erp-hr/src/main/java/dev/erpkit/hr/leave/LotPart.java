package dev.erpkit.hr.leave;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;

/**
 * What comes out of one lot.
 *
 * @param lot which lot
 * @param day the day on which it is taken or carried over
 * @param days how much, above zero
 */
public record LotPart(LeaveId lot, LocalDate day, Rational days) {}
