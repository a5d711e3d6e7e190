/**
 * Annual paid leave under article 39 of the Japanese Labour Standards Act (Act 49 of 1947): who is granted how many days
 * when, the condition of 80 % attendance, the proportional tables of article 24-3 of the Ordinance, expiry after two years
 * (article 115), the five days an employer must see taken (paragraph 7), leave by the hour (paragraph 4).
 *
 * <pre>{@code
 * WorkPattern pattern = WorkPattern.weekly(5, Rational.of(40));
 * StatutoryGrant third = AnnualLeave.grant(hired, 2, pattern, new AttendanceRate(240, 236));
 * LeaveLot lot = third.lot(LeaveId.of("2026"), "annual").orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.japan.leave;

import org.jspecify.annotations.NullMarked;
