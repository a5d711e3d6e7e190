package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.Chart;
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
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * The rules about balances, asked only for accounts that have a limit, entries that assert a balance and very large ones.
 *
 * <p>A limit holds at the end of every day from the effective date of the entry on, so that neither an entry dated back nor
 * a deposit that is still to come lets an account be overdrawn. Open reservations count on the side where they hurt, on
 * every day, because they may be settled on any. An entry that moves the balance away from a bound is never refused for it.
 *
 * <p>All debits of the journal together stay below 2^63 minor units, so that no sum of lines anywhere can overflow.
 */
final class BalanceRules {
    /** Entries below this are not summed up: 2^31 of them stay below 2^61. */
    private static final long SMALL = 1L << 30;

    private static final long MOST_DEBITS = 1L << 62;

    private final PostingPorts ports;
    private final Decided decided;
    private final Instant now;
    private @Nullable MutableList<JournalEntry> behind;
    private long behindPosition;

    /** Rules in one unit of work, in which these entries were decided before. */
    BalanceRules(PostingPorts ports, Decided decided, Instant now) {
        this.ports = ports;
        this.decided = decided;
        this.now = now;
    }

    /** Tells whether there is anything to ask about an entry with these accounts. */
    static boolean concern(JournalEntry entry, Account[] accounts) {
        if (entry.assertions().notEmpty() || EntryRules.debits(entry) >= SMALL) {
            return true;
        }
        for (Account account : accounts) {
            if (account.limit().isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Refusal check(JournalEntry entry, Chart chart, @Nullable EntryId settled) {
        if (overflows(EntryRules.debits(entry))) {
            return PostingRefusals.overflow();
        }
        for (BalanceAssertion assertion : entry.assertions()) {
            Refusal refusal = assertion(entry, assertion, chart);
            if (refusal != null) {
                return refusal;
            }
        }
        for (int i = 0; i < entry.lines().size(); i++) {
            Account account = chart.lookup(entry.lines().get(i).account());
            if (account != null && account.limit().isPresent()) {
                Refusal refusal = limit(entry, account, account.limit().get(), settled);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }

    private boolean overflows(long debits) {
        if (debits < SMALL) {
            return false;
        }
        long sum = saturated(debits, ports.index().debits());
        for (JournalEntry entry : behind(ports.index().position())) {
            sum = saturated(sum, EntryRules.debits(entry));
        }
        for (JournalEntry entry : decided.entries()) {
            sum = saturated(sum, EntryRules.debits(entry));
        }
        return sum > MOST_DEBITS;
    }

    private @Nullable Refusal assertion(JournalEntry entry, BalanceAssertion assertion, Chart chart) {
        AccountId account = assertion.account();
        if (chart.lookup(account) == null) {
            return PostingRefusals.of(
                            "account.unknown", "Account " + account + " is not in the chart; assert another one")
                    .with("account", account);
        }
        CurrencyUnit currency = assertion.balance().getCurrency();
        long actual = recorded(entry.book(), account, currency, entry.date()).onTheDay()
                + sum(entry, account, currency.getCurrencyCode());
        String found = text(actual, currency);
        String asserted = Amounts.canonical(assertion.balance());
        if (found.equals(asserted)) {
            return null;
        }
        return PostingRefusals.of(
                        "balance.assertion-failed",
                        "Account " + account + " has " + found + " at the end of " + entry.date() + ", not " + asserted
                                + "; find the entry that is missing or too many")
                .with("account", account)
                .with("actual", found)
                .with("asserted", asserted);
    }

    private @Nullable Refusal limit(
            JournalEntry entry, Account account, BalanceLimit limit, @Nullable EntryId settled) {
        long delta = sum(entry, account.id(), limit.currency());
        if (delta == 0 || (delta < 0 ? limit.lowest() : limit.highest()).isEmpty()) {
            return null;
        }
        CurrencyUnit currency = currency(entry, account.id(), limit.currency());
        Movements movements = recorded(entry.book(), account.id(), currency, entry.date());
        long worst = (delta < 0 ? movements.lowest() : movements.highest()) + delta;
        long reserved = reserved(entry.book(), account.id(), limit.currency(), delta < 0, settled);
        long balance = saturated(worst, reserved);
        if (delta < 0 ? limit.allowsLow(balance) : limit.allowsHigh(balance)) {
            return null;
        }
        long bound = (delta < 0 ? limit.lowest() : limit.highest()).getAsLong();
        return PostingRefusals.of(
                        "balance.limit-exceeded",
                        "Account " + account.id() + " would reach " + text(balance, currency) + " beyond its limit of "
                                + text(bound, currency) + "; post less or change the limit")
                .with("account", account.id())
                .with("limit", text(bound, currency))
                .with("balance", text(worst, currency))
                .with("reserved", text(reserved, currency));
    }

    private static String text(long minor, CurrencyUnit currency) {
        return Amounts.canonical(Amounts.ofMinor(minor, currency));
    }

    private static CurrencyUnit currency(JournalEntry entry, AccountId account, String code) {
        return entry.lines()
                .detect(line -> line.account().equals(account)
                        && line.currency().getCurrencyCode().equals(code))
                .amount()
                .getCurrency();
    }

    /** What open reservations may still take from an account, or give to it. */
    private long reserved(BookId book, AccountId account, String currency, boolean taking, @Nullable EntryId settled) {
        long[] sum = new long[1];
        ports.reservations().forEachOpen(reservation -> {
            if (counts(reservation, settled) && reservation.entry().book().equals(book)) {
                long part = sum(reservation.entry(), account, currency);
                sum[0] = part < 0 == taking ? saturated(sum[0], part) : sum[0];
            }
        });
        return sum[0];
    }

    private boolean counts(Reservation reservation, @Nullable EntryId settled) {
        return !reservation.expiredAt(now) && !reservation.id().equals(settled);
    }

    /** The index may advance beside us, by entries we would then count twice: so it is read at one known position. */
    private Movements recorded(BookId book, AccountId account, CurrencyUnit currency, LocalDate date) {
        Movements movements;
        long position;
        do {
            position = ports.index().position();
            movements = new Movements(date, ports.index().amount(book, account, currency, date));
            ports.index().forEachLaterDay(book, account, currency, date, movements::add);
            add(behind(position), movements, book, account, currency);
        } while (ports.index().position() != position);
        add(decided.entries(), movements, book, account, currency);
        return movements;
    }

    private static void add(
            Iterable<JournalEntry> entries,
            Movements movements,
            BookId book,
            AccountId account,
            CurrencyUnit currency) {
        for (JournalEntry entry : entries) {
            if (entry.book().equals(book)) {
                movements.add(entry.date(), sum(entry, account, currency.getCurrencyCode()));
            }
        }
    }

    /** What the journal holds behind a position: committed since, or written by the running unit of work. */
    private MutableList<JournalEntry> behind(long position) {
        if (behind == null || behindPosition != position) {
            MutableList<JournalEntry> entries = Lists.mutable.empty();
            if (ports.journal().lastPosition() > position) {
                ports.journal().forEach(JournalQuery.after(position), posted -> entries.add(posted.entry()));
            }
            behind = entries;
            behindPosition = position;
        }
        return behind;
    }

    private static long sum(JournalEntry entry, AccountId account, String currency) {
        ImmutableList<JournalLine> lines = entry.lines();
        long sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            JournalLine line = lines.get(i);
            if (line.account().equals(account)
                    && line.currency().getCurrencyCode().equals(currency)) {
                sum += line.amountMinor();
            }
        }
        return sum;
    }

    /** The sum, or the bound of a long that it lies beyond. */
    static long saturated(long a, long b) {
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        return overflow ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
