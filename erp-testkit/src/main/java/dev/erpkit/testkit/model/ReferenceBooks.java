package dev.erpkit.testkit.model;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.testkit.generate.HistoryArbitraries;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * Books that are lists: what must become of each command, decided in the plainest way. For one book in one currency;
 * answers are {@code accepted}, {@code replayed} or the code of the refusal. Not safe for threads.
 */
public final class ReferenceBooks {
    private static final String ACCEPTED = "accepted";
    private static final String REPLAYED = "replayed";

    private final Chart chart;
    private final Map<EntryId, JournalEntry> entries = new LinkedHashMap<>();
    private final Map<EntryId, JournalEntry> reserved = new LinkedHashMap<>();
    private final Map<EntryId, Optional<EntryId>> resolved = new LinkedHashMap<>();
    private LocalDate lockedThrough = LocalDate.MIN;

    /** Empty books. */
    public ReferenceBooks(Chart chart) {
        this.chart = chart;
    }

    /** What was posted, in the order of recording. */
    public ImmutableList<JournalEntry> entries() {
        return Lists.immutable.ofAll(entries.values());
    }

    /** Posts an entry. */
    public String post(JournalEntry entry) {
        String verdict = verdict(entry, null);
        if (verdict.equals(ACCEPTED)) {
            entries.put(entry.id(), entry);
        }
        return verdict;
    }

    /** Reverses an entry on a day. */
    public String reverse(EntryId original, EntryId id, LocalDate date) {
        JournalEntry known = entries.get(original);
        return known == null ? "entry.reverses-unknown" : post(HistoryArbitraries.contrary(known, id.value(), date));
    }

    /** Locks everything through a day. */
    public String lock(LocalDate through) {
        if (!through.isAfter(lockedThrough)) {
            return through.equals(lockedThrough) ? REPLAYED : "period.already-locked";
        }
        lockedThrough = through;
        return ACCEPTED;
    }

    /** Reserves what an entry would post. */
    public String reserve(JournalEntry entry) {
        JournalEntry known = reserved.get(entry.id());
        if (known != null) {
            return known.equals(entry) ? REPLAYED : "reservation.id-reused";
        }
        String verdict = verdict(entry, null);
        if (verdict.equals(ACCEPTED)) {
            reserved.put(entry.id(), entry);
        }
        return verdict;
    }

    /** Posts what is reserved under a new id. */
    public String settle(EntryId reservation, EntryId id) {
        JournalEntry known = reserved.get(reservation);
        if (known == null) {
            return "reservation.unknown";
        }
        JournalEntry entry = JournalEntry.builder().from(known).id(id).build();
        Optional<EntryId> end = resolved.get(reservation);
        if (end != null) {
            return end.equals(Optional.of(id)) ? REPLAYED : "reservation.resolved";
        }
        String verdict = verdict(entry, reservation);
        if (verdict.equals(ACCEPTED)) {
            entries.put(id, entry);
            resolved.put(reservation, Optional.of(id));
        }
        return verdict;
    }

    /** Gives a reservation up. */
    public String release(EntryId reservation) {
        if (!reserved.containsKey(reservation)) {
            return "reservation.unknown";
        }
        Optional<EntryId> end = resolved.get(reservation);
        if (end != null) {
            return end.isEmpty() ? REPLAYED : "reservation.resolved";
        }
        resolved.put(reservation, Optional.empty());
        return ACCEPTED;
    }

    private String verdict(JournalEntry entry, @Nullable EntryId settled) {
        JournalEntry known = entries.get(entry.id());
        if (known != null) {
            return known.equals(entry) ? REPLAYED : "entry.id-reused";
        }
        if (entry.lines().size() < 2) {
            return "entry.empty";
        }
        if (sum(Lists.immutable.of(entry), line -> true).signum() != 0) {
            return "entry.unbalanced";
        }
        if (entry.reverses().isPresent()
                && entries.values().stream().anyMatch(e -> e.reverses().equals(entry.reverses()))) {
            return "entry.already-reversed";
        }
        if (!entry.date().isAfter(lockedThrough)) {
            return "period.locked";
        }
        for (JournalLine line : entry.lines()) {
            Optional<Account> account = chart.find(line.account());
            if (account.isEmpty() || !account.get().postable()) {
                return account.isEmpty() ? "account.unknown" : "account.not-postable";
            }
        }
        return limits(entry, settled);
    }

    /**
     * An entry that moves an account towards a bound must stay inside at the end of every day from its own on, with all
     * that others have reserved that way.
     */
    private String limits(JournalEntry entry, @Nullable EntryId settled) {
        ImmutableList<LocalDate> days = entries()
                .collect(JournalEntry::date)
                .newWith(entry.date())
                .reject(day -> day.isBefore(entry.date()))
                .distinct();
        for (Account account : chart.accounts().select(a -> a.limit().isPresent())) {
            BigInteger delta = of(entry, account);
            BigInteger others = BigInteger.ZERO;
            for (JournalEntry open : reserved.values()) {
                boolean counts = !resolved.containsKey(open.id()) && !open.id().equals(settled);
                others =
                        counts && of(open, account).signum() == delta.signum() ? others.add(of(open, account)) : others;
            }
            for (LocalDate day : days) {
                BigInteger balance = delta.add(others);
                for (JournalEntry posted : entries.values()) {
                    balance = posted.date().isAfter(day) ? balance : balance.add(of(posted, account));
                }
                if (outside(account.limit().orElseThrow(), delta.signum(), balance)) {
                    return "balance.limit-exceeded";
                }
            }
        }
        return ACCEPTED;
    }

    private static boolean outside(BalanceLimit limit, int direction, BigInteger balance) {
        boolean low = direction < 0
                && limit.lowest().isPresent()
                && balance.compareTo(BigInteger.valueOf(limit.lowest().getAsLong())) < 0;
        boolean high = direction > 0
                && limit.highest().isPresent()
                && balance.compareTo(BigInteger.valueOf(limit.highest().getAsLong())) > 0;
        return low || high;
    }

    private static BigInteger of(JournalEntry entry, Account account) {
        return sum(Lists.immutable.of(entry), line -> line.account().equals(account.id()));
    }

    private static BigInteger sum(
            ImmutableList<JournalEntry> entries, java.util.function.Predicate<JournalLine> chosen) {
        BigInteger sum = BigInteger.ZERO;
        for (JournalLine line : entries.flatCollect(JournalEntry::lines)) {
            sum = chosen.test(line) ? sum.add(BigInteger.valueOf(line.amountMinor())) : sum;
        }
        return sum;
    }
}
