package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * The rules about balances, asked only for accounts that have a limit and entries that assert one. The balance of a limit
 * is that of all recorded entries, whatever their date, so that a later entry can never have spent it before; open
 * reservations count on the side where they hurt.
 */
final class BalanceRules {
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final PostingPorts ports;
    private final MutableList<JournalEntry> decided;
    private final Instant now;
    private @Nullable MutableList<JournalEntry> behind;
    private long behindPosition;

    /** Rules in one unit of work, in which these entries were decided before. */
    BalanceRules(PostingPorts ports, MutableList<JournalEntry> decided, Instant now) {
        this.ports = ports;
        this.decided = decided;
        this.now = now;
    }

    @Nullable Refusal check(JournalEntry entry, Account[] accounts, Optional<EntryId> settled) {
        for (BalanceAssertion assertion : entry.assertions()) {
            Refusal refusal = assertion(entry, assertion);
            if (refusal != null) {
                return refusal;
            }
        }
        for (Account account : accounts) {
            if (account.limit().isPresent()) {
                Refusal refusal = limit(entry, account, account.limit().get(), settled);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }

    private @Nullable Refusal assertion(JournalEntry entry, BalanceAssertion assertion) {
        CurrencyUnit currency = assertion.balance().getCurrency();
        long actual = Math.addExact(
                recorded(entry.book(), assertion.account(), currency, entry.date()),
                sum(entry, assertion.account(), currency.getCurrencyCode()));
        long wanted = Amounts.minor(assertion.balance());
        return actual == wanted
                ? null
                : PostingRefusals.of(
                                "balance.assertion-failed",
                                "Account " + assertion.account() + " does not have the asserted balance on "
                                        + entry.date() + "; find the entry that is missing or too many")
                        .with("account", assertion.account())
                        .with("actual", Amounts.canonical(Amounts.ofMinor(actual, currency)))
                        .with("asserted", Amounts.canonical(assertion.balance()));
    }

    private @Nullable Refusal limit(
            JournalEntry entry, Account account, BalanceLimit limit, Optional<EntryId> settled) {
        CurrencyUnit currency = Amounts.currency(limit.currency());
        long delta = sum(entry, account.id(), limit.currency());
        if (delta == 0) {
            return null;
        }
        long[] reserved = reserved(entry.book(), account.id(), limit.currency(), settled);
        long balance = Math.addExact(recorded(entry.book(), account.id(), currency, EVER), delta);
        boolean low = delta < 0 && !limit.allowsLow(Math.addExact(balance, reserved[0]));
        boolean high = delta > 0 && !limit.allowsHigh(Math.addExact(balance, reserved[1]));
        return low || high
                ? PostingRefusals.of(
                                "balance.limit-exceeded",
                                "Account " + account.id() + " would leave its limit; post less or change the limit")
                        .with("account", account.id())
                        .with("currency", limit.currency())
                        .with("balance-minor", balance)
                        .with("reserved-minor", low ? reserved[0] : reserved[1])
                : null;
    }

    /** What open reservations may still take from and give to an account. */
    private long[] reserved(BookId book, AccountId account, String currency, Optional<EntryId> settled) {
        long[] sums = new long[2];
        ports.reservations().forEachOpen(reservation -> {
            if (counts(reservation, settled) && reservation.entry().book().equals(book)) {
                long sum = sum(reservation.entry(), account, currency);
                sums[sum < 0 ? 0 : 1] = Math.addExact(sums[sum < 0 ? 0 : 1], sum);
            }
        });
        return sums;
    }

    private boolean counts(Reservation reservation, Optional<EntryId> settled) {
        return !reservation.expiredAt(now) && !(settled.isPresent() && settled.get().equals(reservation.id()));
    }

    /** The index may advance beside us, by entries we would then count twice: so it is read at one known position. */
    private long recorded(BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf) {
        long position;
        long sum;
        do {
            position = ports.index().position();
            sum = ports.index().amount(book, account, currency, asOf);
            for (JournalEntry entry : behind(position)) {
                sum = Math.addExact(sum, sum(entry, book, account, currency, asOf));
            }
        } while (ports.index().position() != position);
        for (JournalEntry entry : decided) {
            sum = Math.addExact(sum, sum(entry, book, account, currency, asOf));
        }
        return sum;
    }

    /** What the journal holds behind a position: committed since, or written by the running unit of work. */
    private MutableList<JournalEntry> behind(long position) {
        if (behind == null || behindPosition != position) {
            MutableList<JournalEntry> entries = Lists.mutable.empty();
            ports.journal().forEach(JournalQuery.after(position), posted -> entries.add(posted.entry()));
            behind = entries;
            behindPosition = position;
        }
        return behind;
    }

    private static long sum(JournalEntry entry, BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf) {
        return entry.book().equals(book) && !entry.date().isAfter(asOf)
                ? sum(entry, account, currency.getCurrencyCode())
                : 0;
    }

    private static long sum(JournalEntry entry, AccountId account, String currency) {
        long sum = 0;
        for (JournalLine line : entry.lines()) {
            if (line.account().equals(account)
                    && line.amount().getCurrency().getCurrencyCode().equals(currency)) {
                sum = Math.addExact(sum, line.amountMinor());
            }
        }
        return sum;
    }
}
