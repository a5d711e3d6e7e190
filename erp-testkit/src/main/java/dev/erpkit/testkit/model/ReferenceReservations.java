package dev.erpkit.testkit.model;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Two-phase entries as a list, and how each of them ended. */
final class ReferenceReservations {
    private record Reserved(JournalEntry entry, Optional<Instant> expiresAt) {
        boolean expired(Instant now) {
            return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
        }
    }

    private final Map<EntryId, Reserved> reserved = new LinkedHashMap<>();

    /** {@code released}, {@code expired} or the id of the entry that settled. */
    private final Map<EntryId, String> ends = new LinkedHashMap<>();

    /** What is told without asking the books: the id is known, or the end is past. */
    Optional<String> known(JournalEntry entry, Optional<Instant> expiresAt, Instant now) {
        Reserved wanted = new Reserved(entry, expiresAt);
        Reserved known = reserved.get(entry.id());
        if (known != null) {
            return Optional.of(known.equals(wanted) ? ReferenceBooks.REPLAYED : "reservation.id-reused");
        }
        return wanted.expired(now) ? Optional.of("reservation.expired") : Optional.empty();
    }

    String reserve(JournalEntry entry, Optional<Instant> expiresAt, String verdict) {
        if (verdict.equals(ReferenceBooks.ACCEPTED)) {
            reserved.put(entry.id(), new Reserved(entry, expiresAt));
        }
        return verdict;
    }

    Optional<JournalEntry> find(EntryId id) {
        return Optional.ofNullable(reserved.get(id)).map(Reserved::entry);
    }

    /** How a settlement ends when the reservation has: a replay when this entry settled it. */
    Optional<String> ended(EntryId id, EntryId entry) {
        return Optional.ofNullable(ends.get(id))
                .map(end -> end.equals("by " + entry) ? ReferenceBooks.REPLAYED : "reservation.resolved");
    }

    Optional<String> refusal(EntryId id, JournalEntry entry, Instant now) {
        Reserved found = reserved.get(id);
        if (found == null) {
            return Optional.of("reservation.unknown");
        }
        if (found.expired(now)) {
            return Optional.of("reservation.expired");
        }
        Map<AccountId, Long> most = sums(found.entry());
        boolean over = sums(entry).entrySet().stream().anyMatch(used -> {
            long have = most.getOrDefault(used.getKey(), 0L);
            long want = used.getValue();
            return want != 0 && (Long.signum(want) != Long.signum(have) || Math.abs(want) > Math.abs(have));
        });
        return over ? Optional.of("reservation.exceeded") : Optional.empty();
    }

    private static Map<AccountId, Long> sums(JournalEntry entry) {
        Map<AccountId, Long> sums = new TreeMap<>();
        for (JournalLine line : entry.lines()) {
            sums.merge(line.account(), line.amountMinor(), Long::sum);
        }
        return sums;
    }

    void settled(EntryId id, EntryId entry) {
        ends.put(id, "by " + entry);
    }

    String release(EntryId id) {
        if (!reserved.containsKey(id)) {
            return "reservation.unknown";
        }
        String end = ends.putIfAbsent(id, "released");
        if (end == null) {
            return ReferenceBooks.ACCEPTED;
        }
        return end.equals("released") ? ReferenceBooks.REPLAYED : "reservation.resolved";
    }

    int expire(Instant now) {
        int before = ends.size();
        reserved.forEach((id, each) -> {
            if (each.expired(now)) {
                ends.putIfAbsent(id, "expired");
            }
        });
        return ends.size() - before;
    }

    boolean openBefore(LocalDate day) {
        return reserved.values().stream()
                .anyMatch(each -> !ends.containsKey(each.entry().id())
                        && each.entry().date().isBefore(day));
    }

    /** What counts against limits beside the one that is being settled. */
    ImmutableList<JournalEntry> counting(@Nullable EntryId settled, Instant now) {
        return Lists.immutable
                .ofAll(reserved.values())
                .reject(each -> each.expired(now)
                        || ends.containsKey(each.entry().id())
                        || each.entry().id().equals(settled))
                .collect(Reserved::entry);
    }
}
