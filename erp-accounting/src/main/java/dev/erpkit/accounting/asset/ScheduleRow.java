package dev.erpkit.accounting.asset;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A row of a depreciation schedule.
 *
 * @param periodStart the first day of its period
 * @param date the day on which it is booked
 * @param amount the depreciation
 * @param accumulated the depreciation and impairment so far, that of before the schedule included
 * @param bookValue the cost less that
 * @param booked whether it is in the books already
 */
public record ScheduleRow(
        LocalDate periodStart,
        LocalDate date,
        MonetaryAmount amount,
        MonetaryAmount accumulated,
        MonetaryAmount bookValue,
        boolean booked) {}
