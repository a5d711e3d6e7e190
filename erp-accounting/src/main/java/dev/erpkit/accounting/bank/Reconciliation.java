package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.Comparator;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Why the books and the bank differ at the end of a day: lines that the books do not have yet explain the balance of the
 * bank account, payments on their way that of the clearing account. What neither explains is told, never absorbed.
 *
 * @param day the day
 * @param statement what the bank says is there: the first opening balance, all lines through the day, and gaps
 * @param unbooked the lines through the day that were not in the books
 * @param inTransit the payments that were on their way
 * @param bank the balance of the bank account in the books, in the currency of the account
 * @param transit the balance of its clearing account
 */
public record Reconciliation(
        LocalDate day,
        MonetaryAmount statement,
        ImmutableList<LineHistory> unbooked,
        ImmutableList<PaymentHistory> inTransit,
        MonetaryAmount bank,
        MonetaryAmount transit) {
    /**
     * The reconciliation of one bank account.
     *
     * @param statements its statements, at least one
     * @param lines its lines
     * @param payments payments, of which those of other accounts and currencies are left out
     * @param bank the balance of its ledger account at the end of the day
     * @param transit the balance of its clearing account at the end of the day
     */
    public static Reconciliation of(
            LocalDate day,
            ImmutableList<StoredStatement> statements,
            ImmutableList<LineHistory> lines,
            ImmutableList<PaymentHistory> payments,
            MonetaryAmount bank,
            MonetaryAmount transit) {
        StoredStatement first =
                statements.min(Comparator.comparing(StoredStatement::from).thenComparing(StoredStatement::number));
        CurrencyUnit currency = first.opening().getCurrency();
        ImmutableList<LineHistory> through =
                lines.reject(line -> line.stored().line().date().isAfter(day));
        long balance = Math.addExact(Amounts.minor(first.opening()), through.sumOfLong(LineHistory::minor));
        for (StatementGap gap : StatementGap.of(statements, lines.collect(LineHistory::stored))) {
            if (!gap.before().from().isAfter(day)) {
                balance = Math.addExact(balance, Amounts.minor(gap.missing()));
            }
        }
        return new Reconciliation(
                day,
                Amounts.ofMinor(balance, currency),
                through.select(line -> line.asOf(day).isEmpty()),
                payments.select(payment -> payment.inTransit(day)
                        && payment.payment().bankAccount().equals(first.account())
                        && payment.payment().amount().getCurrency().equals(currency)),
                bank,
                transit);
    }

    /** What of the bank account nothing explains: zero when all is well. */
    public MonetaryAmount unexplained() {
        long expected = Math.subtractExact(Amounts.minor(statement), unbooked.sumOfLong(LineHistory::minor));
        return Amounts.ofMinor(Math.subtractExact(Amounts.minor(bank), expected), statement.getCurrency());
    }

    /** What of the clearing account nothing explains: zero when all is well. */
    public MonetaryAmount transitUnexplained() {
        long expected = inTransit.sumOfLong(PaymentHistory::signedMinor);
        return Amounts.ofMinor(Math.subtractExact(Amounts.minor(transit), expected), statement.getCurrency());
    }

    /** Whether everything is explained. */
    public boolean explained() {
        return unexplained().isZero() && transitUnexplained().isZero();
    }
}
