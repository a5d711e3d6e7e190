/**
 * Working time: when people work, several periods a day, without holidays, in a zone; and the arithmetic of it. Deadlines,
 * pauses and escalations are counted here, whoever needs them.
 *
 * <p>An instant is in working time when the clock on the wall of the zone is inside a period. So an hour that the clock skips
 * in spring is not worked, and one that it repeats in autumn is worked twice.
 *
 * <pre>{@code
 * WorkCalendar office = WorkCalendar.of(
 *         WorkWeek.mondayToFriday("09:00-12:00", "13:00-17:30"), JapaneseHolidays.law());
 * WorkTime time = office.over(DateRange.of(from, until), ZoneId.of("Asia/Tokyo"));
 * Instant due = time.add(opened, Duration.ofHours(8));
 * Instant warn = time.subtract(due, Duration.ofHours(1));
 * Duration worked = time.between(opened, now, pauses);
 * }</pre>
 */
@NullMarked
package dev.erpkit.core.worktime;

import org.jspecify.annotations.NullMarked;
