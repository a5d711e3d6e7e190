/**
 * Working time: spans between instants and sets of them, attendance as facts, shift plans with rest rules. Durations are
 * measured between instants, so that no midnight and no change of the clocks adds or loses a minute; only the labels of days
 * follow a zone, which is always passed in. What kind of time a country's law sees in it is a pack of that country.
 *
 * <pre>{@code
 * ZoneId tokyo = ZoneId.of("Asia/Tokyo");
 * TimeSpan night = TimeSpan.of(LocalDateTime.parse("2026-05-01T20:00"), LocalDateTime.parse("2026-05-02T04:00"), tokyo);
 * TimeSet.of(night).byDay(tokyo); // four hours on each day
 * service.record(IdempotencyKey.of("punch-1"), Attendance.of(AttendanceId.of("a-1"), "honsha", night), person, me);
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.time;

import org.jspecify.annotations.NullMarked;
