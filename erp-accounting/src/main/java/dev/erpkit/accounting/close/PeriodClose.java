package dev.erpkit.accounting.close;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** Closes months and quarters: when nothing on the checklist blocks, every day through the end of the period is locked. */
public final class PeriodClose {
    private final PeriodService periods;
    private final UnitOfWork unitOfWork;
    private final CloseChecklist checklist;

    /**
     * The closes of one tenant.
     *
     * @param periods what locks, and asks who may
     * @param unitOfWork what has been checked still holds when the lock commits
     * @param checklist what must be done before
     */
    public PeriodClose(PeriodService periods, UnitOfWork unitOfWork, CloseChecklist checklist) {
        this.periods = periods;
        this.unitOfWork = unitOfWork;
        this.checklist = checklist;
    }

    /** How every point of the checklist stands. */
    public ImmutableList<ChecklistItem> checklist(BookId book, DateRange period) {
        return unitOfWork.execute(() -> checklist.items(book, period));
    }

    /**
     * Locks a book through the end of a period. Needs {@code period.lock}. Closing again what is locked through the same day
     * is a replay, whatever the checklist says by then.
     *
     * @return the lock; or the first blocking point that is open, with the codes of all as fact {@code blockers}; or what
     *     {@link PeriodService#lock} refuses
     */
    public Outcome<PeriodFact> close(BookId book, DateRange period, Actor actor) {
        LocalDate through = period.lastDay();
        return unitOfWork.execute(() -> {
            boolean done = periods.current()
                    .locks(book)
                    .anySatisfy(lock ->
                            lock.scope().equals(LockScope.ALL) && lock.through().equals(through));
            Optional<Refusal> refusal = done ? Optional.empty() : checklist.refusal(book, period);
            return refusal.<Outcome<PeriodFact>>map(Outcome::refused)
                    .orElseGet(() -> periods.lock(book, LockScope.ALL, through, actor));
        });
    }
}
