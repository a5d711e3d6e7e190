package dev.erpkit.testkit.model;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * What must become of an entry, rule by rule in the order of the service.
 *
 * @param entries what was posted
 */
record ReferenceVerdicts(
        Chart chart,
        Map<EntryId, JournalEntry> entries,
        ReferencePeriods periods,
        ReferenceItems items,
        ReferenceReservations reservations) {

    String of(JournalEntry entry, @Nullable EntryId settled, Instant now) {
        JournalEntry known = entries.get(entry.id());
        if (known != null) {
            return known.equals(entry) ? ReferenceBooks.REPLAYED : "entry.id-reused";
        }
        if (entry.lines().size() < 2) {
            return "entry.empty";
        }
        if (!balanced(entry)) {
            return "entry.unbalanced";
        }
        if (entry.reverses().isPresent()) {
            if (entries.values().stream().anyMatch(e -> e.reverses().equals(entry.reverses()))) {
                return "entry.already-reversed";
            }
            JournalEntry original = entry(entry.reverses().get());
            if (entry.date().isBefore(original.date())) {
                return "entry.reversal-before-original";
            }
            JournalEntry origin = original;
            while (origin.reverses().isPresent()) {
                origin = entry(origin.reverses().get());
            }
            if (origin.kind() == EntryKind.CLOSING && !entry.date().equals(original.date())) {
                return "entry.closing-day";
            }
            if (items.matched(entry.reverses().get())) {
                return "openitem.matched";
            }
        }
        if (!periods.open(entry.date(), now)) {
            return "period.locked";
        }
        return entry.lines()
                .collect(this::line)
                .detectOptional(Optional::isPresent)
                .map(Optional::get)
                .orElseGet(() -> limits(entry, settled, now));
    }

    private JournalEntry entry(EntryId id) {
        return Objects.requireNonNull(entries.get(id));
    }

    private static boolean balanced(JournalEntry entry) {
        Map<String, BigInteger> sums = new TreeMap<>();
        for (JournalLine line : entry.lines()) {
            sums.merge(line.amount().getCurrency().getCurrencyCode(), big(line.amountMinor()), BigInteger::add);
            sums.merge("base", big(line.baseMinor()), BigInteger::add);
        }
        return sums.values().stream().allMatch(sum -> sum.signum() == 0);
    }

    private static BigInteger big(long minor) {
        return BigInteger.valueOf(minor);
    }

    private Optional<String> line(JournalLine line) {
        Optional<Account> account = chart.find(line.account());
        if (account.isEmpty() || !account.get().postable()) {
            return Optional.of(account.isEmpty() ? "account.unknown" : "account.not-postable");
        }
        boolean nobody = account.get().control().isPresent() && line.party().isEmpty();
        return nobody ? Optional.of("account.party-missing") : Optional.empty();
    }

    /**
     * An entry that moves an account towards a bound must stay inside at the end of every day from its own on, with all
     * that others have reserved that way.
     */
    private String limits(JournalEntry entry, @Nullable EntryId settled, Instant now) {
        ImmutableList<LocalDate> days = Lists.immutable
                .ofAll(entries.values())
                .collect(JournalEntry::date)
                .newWith(entry.date())
                .reject(day -> day.isBefore(entry.date()))
                .distinct();
        for (Account account : chart.accounts().select(a -> a.limit().isPresent())) {
            BigInteger delta = sum(entry, account);
            BigInteger others = BigInteger.ZERO;
            for (JournalEntry open : reservations.counting(settled, now)) {
                others = sum(open, account).signum() == delta.signum() ? others.add(sum(open, account)) : others;
            }
            for (LocalDate day : days) {
                BigInteger balance = delta.add(others);
                for (JournalEntry posted : entries.values()) {
                    balance = posted.date().isAfter(day) ? balance : balance.add(sum(posted, account));
                }
                if (outside(account.limit().orElseThrow(), delta.signum(), balance)) {
                    return "balance.limit-exceeded";
                }
            }
        }
        return ReferenceBooks.ACCEPTED;
    }

    private static boolean outside(BalanceLimit limit, int direction, BigInteger balance) {
        boolean low = direction < 0
                && limit.lowest().isPresent()
                && balance.compareTo(big(limit.lowest().getAsLong())) < 0;
        boolean high = direction > 0
                && limit.highest().isPresent()
                && balance.compareTo(big(limit.highest().getAsLong())) > 0;
        return low || high;
    }

    private static BigInteger sum(JournalEntry entry, Account account) {
        return entry.lines()
                .select(line -> line.account().equals(account.id()))
                .injectInto(BigInteger.ZERO, (sum, line) -> sum.add(big(line.amountMinor())));
    }
}
