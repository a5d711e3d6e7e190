package dev.erpkit.accounting.recurring;

import java.time.LocalDate;

/** What happened to a template. */
public sealed interface RecurringChange {
    /**
     * It was added.
     *
     * @param template the content
     */
    record Added(RecurringTemplate template) implements RecurringChange {}

    /**
     * One occurrence was told to the books.
     *
     * @param place which one, from 1
     * @param date its day
     */
    record Generated(int place, LocalDate date) implements RecurringChange {}

    /**
     * One occurrence will not come.
     *
     * @param place which one, from 1
     */
    record Skipped(int place) implements RecurringChange {}

    /**
     * No occurrence comes from a day on; those of the pause are not caught up.
     *
     * @param from the first day without
     */
    record Paused(LocalDate from) implements RecurringChange {}

    /**
     * Occurrences come again from a day on.
     *
     * @param from the first day with
     */
    record Resumed(LocalDate from) implements RecurringChange {}
}
