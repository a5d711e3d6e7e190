/**
 * Dates as a business counts them: half-open date ranges, fiscal years and their periods, holidays, business days and the
 * rules that move a due date to one. Everything is a pure function of its arguments and reads no clock; no country is known
 * here, a country's holidays are a {@link dev.erpkit.core.calendar.HolidayCalendar} that is passed in.
 */
@NullMarked
package dev.erpkit.core.calendar;

import org.jspecify.annotations.NullMarked;
