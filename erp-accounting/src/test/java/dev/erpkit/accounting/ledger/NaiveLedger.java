package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The slow reference: a list of entries and loops over all of it. */
final class NaiveLedger {
    record Found(PostedEntry posted, int number, JournalLine line, boolean closing) {}

    private final List<PostedEntry> entries;

    NaiveLedger(List<PostedEntry> entries) {
        this.entries = entries;
    }

    List<Found> lines(LedgerQuery query, Predicate<LocalDate> day) {
        List<Found> found = new ArrayList<>();
        Set<EntryId> closings = new HashSet<>();
        for (PostedEntry posted : entries) {
            JournalEntry entry = posted.entry();
            boolean closing = entry.kind() == EntryKind.CLOSING
                    || entry.reverses().map(closings::contains).orElse(false);
            if (closing) {
                closings.add(entry.id());
            }
            for (int i = 0; i < entry.lines().size(); i++) {
                JournalLine line = entry.lines().get(i);
                boolean dimensions = query.dimensions()
                        .allSatisfy(f -> line.dimensions().get(f.axis()).equals(f.value()));
                if (entry.book().equals(query.book())
                        && day.test(entry.date())
                        && dimensions
                        && (query.closingEntries() || !closing)) {
                    found.add(new Found(posted, i, line, closing));
                }
            }
        }
        return found;
    }

    long amount(BookId book, AccountId account, String currency, LocalDate asOf) {
        return lines(LedgerQuery.asOf(book, asOf), day -> !day.isAfter(asOf)).stream()
                .filter(f -> f.line().account().equals(account))
                .filter(f -> f.line().amount().getCurrency().getCurrencyCode().equals(currency))
                .mapToLong(f -> f.line().amountMinor())
                .sum();
    }

    long base(BookId book, AccountId account, LocalDate asOf) {
        return lines(LedgerQuery.asOf(book, asOf), day -> !day.isAfter(asOf)).stream()
                .filter(f -> f.line().account().equals(account))
                .mapToLong(f -> f.line().baseMinor())
                .sum();
    }

    /** "account currency" to opening, debit, credit of amount and of base, as text; rows of nothing but zeros left out. */
    TreeMap<String, String> balances(LedgerQuery query) {
        TreeMap<String, long[]> sums = new TreeMap<>();
        for (Found found : lines(query, day -> !day.isAfter(query.through()))) {
            String key = found.line().account() + " " + found.line().amount().getCurrency();
            long[] row = sums.computeIfAbsent(key, k -> new long[6]);
            boolean before = query.from().isPresent()
                    && found.posted().entry().date().isBefore(query.from().get());
            add(row, 0, before, found.line().amountMinor());
            add(row, 3, before, found.line().baseMinor());
        }
        TreeMap<String, String> text = new TreeMap<>();
        sums.forEach((key, row) -> {
            if (Stream.of(row)
                    .anyMatch(r -> r[0] != 0 || r[1] != 0 || r[2] != 0 || r[3] != 0 || r[4] != 0 || r[5] != 0)) {
                text.put(key, row[0] + " " + row[1] + " " + row[2] + " | " + row[3] + " " + row[4] + " " + row[5]);
            }
        });
        return text;
    }

    /** "position.number date amount base" of each line of a register. */
    List<String> register(AccountId account, LedgerQuery query) {
        return lines(
                        query,
                        day -> !day.isAfter(query.through())
                                && query.from().map(from -> !day.isBefore(from)).orElse(true))
                .stream()
                .filter(f -> f.line().account().equals(account))
                .sorted(Comparator.comparing((Found f) -> f.posted().entry().date()))
                .map(f -> f.posted().position() + "." + f.number() + " "
                        + f.posted().entry().date() + " " + f.line().amountMinor() + " "
                        + f.line().baseMinor())
                .toList();
    }

    /** "day minor" of what each day of a period adds to an account in base currency, without days that add nothing. */
    List<String> days(AccountId account, LedgerQuery query) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        lines(
                        query,
                        day -> !day.isAfter(query.through())
                                && query.from().map(from -> !day.isBefore(from)).orElse(true))
                .stream()
                .filter(f -> f.line().account().equals(account))
                .forEach(f -> days.merge(f.posted().entry().date(), f.line().baseMinor(), Long::sum));
        return days.entrySet().stream()
                .filter(day -> day.getValue() != 0)
                .map(day -> day.getKey() + " " + day.getValue())
                .toList();
    }

    static List<String> days(LedgerView view, AccountId account, LedgerQuery query) {
        List<String> days = new ArrayList<>();
        view.forEachDay(account, query, (day, minor) -> {
            if (minor != 0) {
                days.add(day + " " + minor);
            }
        });
        return days;
    }

    static TreeMap<String, String> text(Iterable<AccountBalance> rows) {
        TreeMap<String, String> text = new TreeMap<>();
        for (AccountBalance row : rows) {
            text.put(row.account() + " " + row.currency(), text(row.amount()) + " | " + text(row.base()));
        }
        return text;
    }

    private static String text(Turnover t) {
        return t.openingMinor() + " " + t.debitMinor() + " " + t.creditMinor();
    }

    private static void add(long[] row, int at, boolean before, long minor) {
        if (before) {
            row[at] += minor;
        } else if (minor > 0) {
            row[at + 1] += minor;
        } else {
            row[at + 2] -= minor;
        }
    }
}
