/**
 * The people of the company: who works for it by which contract in which position, what they work each day and when
 * they take leave (pure functions of calendar and seed, kept as facts), and the payroll desk, which drafts, has
 * approved and commits a run for each payment and tells what of it is to be paid to whom.
 *
 * <pre>{@code
 * PayrollDesk desk = new PayrollDesk(stores, unitOfWork, events, clock);
 * PayCalendar.days().forEach(desk::keep);
 * long net = desk.paidOn(PayCalendar.payday(YearMonth.of(2025, 4))).net();
 * }</pre>
 */
@NullMarked
package dev.erpkit.company.people;

import org.jspecify.annotations.NullMarked;
