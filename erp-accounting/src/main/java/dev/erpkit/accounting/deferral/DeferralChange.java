package dev.erpkit.accounting.deferral;

import dev.erpkit.core.calendar.DateRange;
import java.time.LocalDate;

/** What happened to a deferral. What was decided stands in the fact, so that a later policy changes no figure. */
public sealed interface DeferralChange {
    /**
     * It was opened.
     *
     * @param deferral the amount and how it is spread
     */
    record Opened(Deferral deferral) implements DeferralChange {}

    /**
     * Part of it was told to the books.
     *
     * @param through the day through which all is told now
     * @param minor what was recognised, in minor units; may be zero
     * @param postedOn the day on which it counts in the books
     */
    record Recognised(LocalDate through, long minor, LocalDate postedOn) implements DeferralChange {}

    /**
     * A credit note took part of it back.
     *
     * @param date when
     * @param minor the credit, in minor units
     * @param split what it takes first
     * @param ofRecognisedMinor how much of it took back what was recognised
     */
    record Credited(LocalDate date, long minor, CreditSplit split, long ofRecognisedMinor) implements DeferralChange {}

    /**
     * The service period was changed: what is still deferred is spread over what is left of the new one.
     *
     * @param date when
     * @param service the new period
     */
    record Rescheduled(LocalDate date, DateRange service) implements DeferralChange {}

    /**
     * The service ended early.
     *
     * @param lastDay its last day
     * @param rest what became of the rest
     * @param recognisedMinor what was recognised for it, in minor units; below zero when more had been told than was earned
     */
    record Ended(LocalDate lastDay, EarlyEnd rest, long recognisedMinor) implements DeferralChange {}
}
