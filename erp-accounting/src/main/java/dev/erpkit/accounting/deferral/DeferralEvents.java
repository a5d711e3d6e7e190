package dev.erpkit.accounting.deferral;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What deferrals and accruals tell the books.
 *
 * <p>{@code deferral-recognised} has the role {@code deferred-revenue} or {@code deferred-expense}: positive when deferred
 * turns into income or expense, negative when a credit or an early end takes income or expense back. {@code accrual} has
 * {@code accrued-revenue} or {@code accrued-expense}: positive at the end of the period, negative on the first day of the
 * next.
 */
public final class DeferralEvents {
    /** The type of events of deferrals. */
    public static final String RECOGNISED = "deferral-recognised";

    /** The type of events of accruals. */
    public static final String ACCRUAL = "accrual";

    private DeferralEvents() {}

    /** The event of what was recognised as the given fact of a deferral, on a day. */
    static AccountingEvent recognised(Deferral deferral, IdempotencyKey key, LocalDate day, long minor) {
        return AccountingEvent.builder()
                .key(key)
                .type(RECOGNISED)
                .effectiveDate(day)
                .source(deferral.source())
                .add(new RoleAmount(
                        deferral.kind().role(),
                        Amounts.ofMinor(minor, deferral.total().getCurrency()),
                        deferral.qualifier(),
                        deferral.dimensions(),
                        deferral.party(),
                        Optional.empty()))
                .build();
    }

    /**
     * A rule for a book to start with, whatever the qualifier; lines keep the coordinates.
     *
     * @param deferredRevenue where invoices put what is not earned yet
     * @param revenue where it is earned
     * @param prepaid where bills put what is not spent yet
     * @param expense where it is spent
     */
    public static PostingRule recognition(
            BookId book, String deferredRevenue, String revenue, String prepaid, String expense) {
        return PostingRule.builder()
                .eventType(RECOGNISED)
                .book(book)
                .add(line(DeferralKind.REVENUE.role(), Side.DEBIT, deferredRevenue))
                .add(line(DeferralKind.REVENUE.role(), Side.CREDIT, revenue))
                .add(line(DeferralKind.EXPENSE.role(), Side.DEBIT, expense))
                .add(line(DeferralKind.EXPENSE.role(), Side.CREDIT, prepaid))
                .build();
    }

    /**
     * A rule for a book to start with, whatever the qualifier.
     *
     * @param accruedIncome the asset that stands for income not invoiced yet
     * @param accruedCost the liability that stands for expense not billed yet
     */
    public static PostingRule accruals(
            BookId book, String accruedIncome, String revenue, String accruedCost, String expense) {
        return PostingRule.builder()
                .eventType(ACCRUAL)
                .book(book)
                .add(line(Accrual.REVENUE, Side.DEBIT, accruedIncome))
                .add(line(Accrual.REVENUE, Side.CREDIT, revenue))
                .add(line(Accrual.EXPENSE, Side.DEBIT, expense))
                .add(line(Accrual.EXPENSE, Side.CREDIT, accruedCost))
                .build();
    }

    private static LineRule line(String role, Side side, String account) {
        return LineRule.builder()
                .role(role)
                .side(side)
                .account(AccountId.of(account))
                .build();
    }
}
