package dev.erpkit.accounting.close;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;

/**
 * A point that an area of the books, or a host, puts on the close checklist. Asked inside the unit of work of the close; it
 * changes nothing.
 */
@FunctionalInterface
public interface PeriodCheck {
    /** How the point stands for a book at the end of a period, whether it is done or open. */
    ChecklistItem check(BookId book, DateRange period);
}
