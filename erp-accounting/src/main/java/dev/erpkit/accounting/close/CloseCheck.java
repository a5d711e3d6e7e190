package dev.erpkit.accounting.close;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.outcome.Refusal;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Tells what else stands in the way of closing a year: open reservations, drafts, depreciation that was not posted. Asked
 * inside the unit of work of the close.
 */
@FunctionalInterface
public interface CloseCheck {
    /** What must be settled first, each with a stable code; empty when nothing must. */
    ImmutableList<Refusal> blockers(BookId book, FiscalYear year);
}
