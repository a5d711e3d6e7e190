package dev.erpkit.accounting.deferral;

import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/** Records accruals with their reversal, both or neither. Who may post may accrue. */
public final class AccrualService {
    private final AccountingEvents events;
    private final UnitOfWork unitOfWork;
    private final FiscalCalendar calendar;

    /**
     * A service into the books.
     *
     * @param events posts in the same unit of work
     * @param calendar whose periods are meant
     */
    public AccrualService(AccountingEvents events, UnitOfWork unitOfWork, FiscalCalendar calendar) {
        this.events = events;
        this.unitOfWork = unitOfWork;
        this.calendar = calendar;
    }

    /**
     * Tells an accrual at the end of the period that holds a day, and takes it back on the first day of the next. The same
     * key and content give the same entries again.
     *
     * @return the ids of the entries; or {@code accrual.amount}, or what {@link AccountingEvents#record} refuses
     */
    public Outcome<ImmutableList<String>> accrue(Accrual accrual, LocalDate day, Actor actor) {
        boolean role = accrual.amount().role().equals(Accrual.REVENUE)
                || accrual.amount().role().equals(Accrual.EXPENSE);
        if (!role || accrual.amount().amount().signum() <= 0) {
            return Outcome.refused(DeferralRefusals.of(
                            "accrual.amount",
                            "Accrual " + accrual.key() + " must be above zero with the role " + Accrual.REVENUE + " or "
                                    + Accrual.EXPENSE + "; correct it")
                    .with("accrual", accrual.key()));
        }
        try {
            return unitOfWork.execute(() -> {
                ImmutableList<Outcome<ImmutableList<String>>> told =
                        accrual.events(day, calendar).collect(event -> events.record(event, actor));
                ImmutableList<String> entries = told.flatCollect(Outcome::orElseThrow);
                boolean again = told.allSatisfy(
                        outcome -> outcome instanceof Outcome.Accepted<ImmutableList<String>> a && a.replayed());
                return again ? Outcome.replayed(entries) : Outcome.accepted(entries);
            });
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }
}
