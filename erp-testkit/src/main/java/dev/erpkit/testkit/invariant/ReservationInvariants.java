package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of two-phase entries and of limits. */
public final class ReservationInvariants {
    private ReservationInvariants() {}

    /** The reservations that have not ended. */
    public static ImmutableList<Reservation> open(ReservationLog log) {
        MutableList<Reservation> open = Lists.mutable.empty();
        log.forEachOpen(open::add);
        return open.toImmutable();
    }

    /** Nothing that is open has ended. */
    public static ImmutableList<Finding> openHaveNotEnded(ReservationLog log) {
        return open(log)
                .select(reservation -> log.resolutionOf(reservation.id()).isPresent())
                .collect(reservation ->
                        new Finding("open-not-ended", reservation.id().value(), "has ended"));
    }

    /**
     * No account is beyond its limit at the end of any day, nor would be in the end if all that is reserved on one side were
     * posted. For limits that were there before the entries.
     */
    public static ImmutableList<Finding> limitsHold(
            ReferenceLedger ledger, Chart chart, ImmutableList<Reservation> open, Instant now) {
        ImmutableList<JournalEntry> counting =
                open.reject(reservation -> reservation.expiredAt(now)).collect(Reservation::entry);
        MutableList<Finding> found = Lists.mutable.empty();
        for (BookId book : ledger.books()) {
            for (Account account : chart.accounts().select(a -> a.limit().isPresent())) {
                BalanceLimit limit = account.limit().orElseThrow();
                ImmutableList<BigInteger> reserved =
                        counting.select(e -> e.book().equals(book)).collect(e -> sum(e, account, limit));
                for (LocalDate day : ledger.days()) {
                    check(found, account, limit, day.toString(), balance(ledger, book, account, limit, day));
                }
                BigInteger last = balance(ledger, book, account, limit, LocalDate.MAX);
                check(found, account, limit, "all taken", last.add(side(reserved, -1)));
                check(found, account, limit, "all given", last.add(side(reserved, 1)));
            }
        }
        return found.toImmutable();
    }

    private static BigInteger balance(
            ReferenceLedger ledger, BookId book, Account account, BalanceLimit limit, LocalDate day) {
        return ledger.sum(book, day, line -> counts(line, account, limit), JournalLine::amountMinor);
    }

    private static BigInteger sum(JournalEntry entry, Account account, BalanceLimit limit) {
        return entry.lines()
                .select(line -> counts(line, account, limit))
                .injectInto(BigInteger.ZERO, (sum, line) -> sum.add(BigInteger.valueOf(line.amountMinor())));
    }

    private static boolean counts(JournalLine line, Account account, BalanceLimit limit) {
        return line.account().equals(account.id())
                && line.amount().getCurrency().getCurrencyCode().equals(limit.currency());
    }

    private static BigInteger side(ImmutableList<BigInteger> amounts, int sign) {
        return amounts.select(amount -> amount.signum() == sign).injectInto(BigInteger.ZERO, BigInteger::add);
    }

    private static void check(
            MutableList<Finding> found, Account account, BalanceLimit limit, String when, BigInteger balance) {
        boolean low = limit.lowest().isPresent()
                && balance.compareTo(BigInteger.valueOf(limit.lowest().getAsLong())) < 0;
        boolean high = limit.highest().isPresent()
                && balance.compareTo(BigInteger.valueOf(limit.highest().getAsLong())) > 0;
        if (low || high) {
            found.add(new Finding("limits-hold", account.id() + ", " + when, "would be " + balance));
        }
    }
}
