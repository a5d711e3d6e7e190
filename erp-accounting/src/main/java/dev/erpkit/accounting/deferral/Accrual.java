package dev.erpkit.accounting.deferral;

import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What belongs to a period before its document comes: told on the last day of the period, taken back on the first day of
 * the next one. Pure; {@link AccrualService} records both.
 *
 * @param key the client's key, at most 118 characters
 * @param amount the role ({@link #REVENUE} or {@link #EXPENSE}), the amount above zero, and its coordinates
 * @param source why, such as an order or an estimate
 */
public record Accrual(IdempotencyKey key, RoleAmount amount, SourceDocument source) {
    /** Income that is not invoiced yet. */
    public static final String REVENUE = "accrued-revenue";

    /** Expense that is not billed yet. */
    public static final String EXPENSE = "accrued-expense";

    /** The two events of the period that holds a day. */
    public ImmutableList<AccountingEvent> events(LocalDate day, FiscalCalendar calendar) {
        LocalDate next = calendar.periodOf(day).range().endExclusive();
        RoleAmount back = new RoleAmount(
                amount.role(),
                Amounts.negate(amount.amount()),
                amount.qualifier(),
                amount.dimensions(),
                amount.party(),
                amount.dueDate());
        return Lists.immutable.of(event("/accrued", next.minusDays(1), amount), event("/reversed", next, back));
    }

    private AccountingEvent event(String suffix, LocalDate day, RoleAmount part) {
        return AccountingEvent.builder()
                .key(IdempotencyKey.of(key + suffix))
                .type(DeferralEvents.ACCRUAL)
                .effectiveDate(day)
                .source(source)
                .add(part)
                .build();
    }
}
