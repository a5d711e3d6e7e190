package dev.erpkit.accounting.close;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Refusal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What must be done, and what should be looked at, before a period is closed: an open list of points.
 *
 * @param checks the points in the order in which they are shown
 */
public record CloseChecklist(ImmutableList<PeriodCheck> checks) {
    /** A list of these points; {@link PeriodChecks} has some. */
    public static CloseChecklist of(PeriodCheck... checks) {
        return new CloseChecklist(Lists.immutable.with(checks));
    }

    /** The same list with one more point. */
    public CloseChecklist with(PeriodCheck check) {
        return new CloseChecklist(checks.newWith(check));
    }

    /** How every point stands, done or open. */
    public ImmutableList<ChecklistItem> items(BookId book, DateRange period) {
        return checks.collect(check -> check.check(book, period));
    }

    /**
     * Why the period is not closed: the first blocking point that is open, with the codes of all as fact {@code blockers}.
     */
    public Optional<Refusal> refusal(BookId book, DateRange period) {
        ImmutableList<Refusal> blocking =
                items(book, period).select(ChecklistItem::blocks).collect(ChecklistItem::refusal);
        return blocking.getFirstOptional()
                .map(first ->
                        first.with("blockers", blocking.collect(Refusal::code).makeString(",")));
    }

    /** The blocking points as a check of {@link YearEnd}, so that a year is held to the same list. */
    public CloseCheck yearly() {
        return (book, year) ->
                items(book, year.range()).select(ChecklistItem::blocks).collect(ChecklistItem::refusal);
    }
}
