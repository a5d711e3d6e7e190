package dev.erpkit.testkit.model;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchTerm;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Open items of one account in one currency: what is open is the amount less a list of consumptions. */
final class ReferenceItems {
    /** An item, in the order of recording. */
    private record Item(String party, long amount, LocalDate date, int place) {}

    /** What a match took from items, as a command; an undoing takes the contrary. */
    private record Taking(
            String command,
            LocalDate date,
            Map<ItemId, Long> parts,
            @Nullable MatchId undoes) {}

    private final Chart chart;
    private final Map<ItemId, Item> items = new LinkedHashMap<>();
    private final Map<MatchId, Taking> matches = new LinkedHashMap<>();

    ReferenceItems(Chart chart) {
        this.chart = chart;
    }

    private Item item(ItemId id) {
        return Objects.requireNonNull(items.get(id));
    }

    private Taking taking(MatchId id) {
        return Objects.requireNonNull(matches.get(id));
    }

    /** Takes the items of an entry that was posted; those of a reversal and of what it reverses settle each other. */
    void posted(JournalEntry entry) {
        for (int i = 0; i < entry.lines().size(); i++) {
            JournalLine line = entry.lines().get(i);
            Account account = chart.find(line.account()).orElseThrow();
            if (account.control().isPresent()) {
                ItemId id = new ItemId(entry.id(), i);
                String party = line.party().orElseThrow().value();
                items.put(id, new Item(party, line.amountMinor(), entry.date(), items.size()));
                int place = i;
                entry.reverses().ifPresent(original -> settle(new ItemId(original, place), id));
            }
        }
    }

    private void settle(ItemId original, ItemId reversal) {
        Item reversed = item(original);
        LocalDate date = later(reversed.date(), item(reversal).date());
        for (Taking taking : matches.values()) {
            date = taking.parts().containsKey(original) ? later(date, taking.date()) : date;
        }
        for (MatchId made : inForce(original)) {
            undo(MatchId.of("auto-undo-" + matches.size()), made, date, true);
        }
        Map<ItemId, Long> all = new TreeMap<>(
                Map.of(original, reversed.amount(), reversal, item(reversal).amount()));
        matches.put(MatchId.of("auto-" + matches.size()), new Taking("auto", date, all, null));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** Whether a match that somebody asked for stands in the way of a reversal. */
    boolean matched(EntryId entry) {
        return items.keySet().stream()
                .filter(id -> id.entry().equals(entry))
                .flatMap(id -> inForce(id).stream())
                .anyMatch(id -> !taking(id).command().equals("auto"));
    }

    private List<MatchId> inForce(ItemId item) {
        return matches.keySet().stream()
                .filter(id -> taking(id).undoes() == null)
                .filter(id -> taking(id).parts().containsKey(item))
                .filter(id -> matches.values().stream().noneMatch(t -> id.equals(t.undoes())))
                .toList();
    }

    /** The ids of all items. */
    ImmutableList<ItemId> ids() {
        return Lists.immutable.ofAll(items.keySet());
    }

    /** What is open at the end of a day, with its sign. */
    long open(ItemId id, LocalDate day) {
        Item item = items.get(id);
        if (item == null || item.date().isAfter(day)) {
            return 0;
        }
        return item.amount()
                - matches.values().stream()
                        .filter(taking -> !taking.date().isAfter(day))
                        .mapToLong(taking -> taking.parts().getOrDefault(id, 0L))
                        .sum();
    }

    /** What is open on a day and on every later one, without sign. */
    private long available(ItemId id, LocalDate day) {
        long least = Math.abs(open(id, day));
        for (Taking taking : matches.values()) {
            least = taking.date().isAfter(day) ? Math.min(least, Math.abs(open(id, taking.date()))) : least;
        }
        return least;
    }

    /** Matches items; {@code openDay} tells whether its day takes matches. */
    String match(MatchRequest request, boolean openDay) {
        Taking known = matches.get(request.id());
        if (known != null) {
            return known.command().equals(request.toString()) ? ReferenceBooks.REPLAYED : "match.id-reused";
        }
        List<ItemId> asked = request.terms().collect(MatchTerm::item).castToList();
        Optional<String> refusal = refusal(request, asked);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Map<ItemId, Long> limits = new LinkedHashMap<>();
        for (MatchTerm term : request.terms()) {
            long open = available(term.item(), request.date());
            long limit = term.amount().map(Amounts::minor).orElse(open);
            if (open == 0 || limit > open) {
                return open == 0 ? "match.closed" : "match.exceeds-residual";
            }
            limits.put(term.item(), limit);
        }
        Map<ItemId, Long> taken = taken(request, limits);
        boolean unmet = request.terms()
                .anySatisfy(term -> term.amount().isPresent()
                        && Math.abs(taken.getOrDefault(term.item(), 0L)) < limits.getOrDefault(term.item(), 0L));
        if (unmet) {
            return "match.unbalanced";
        }
        if (!openDay) {
            return "period.locked";
        }
        matches.put(request.id(), new Taking(request.toString(), request.date(), taken, null));
        return ReferenceBooks.ACCEPTED;
    }

    private Optional<String> refusal(MatchRequest request, List<ItemId> asked) {
        if (!items.keySet().containsAll(asked)) {
            return Optional.of("match.item-unknown");
        }
        List<Item> found = asked.stream().map(this::item).toList();
        if (found.stream().map(Item::party).distinct().count() > 1) {
            return Optional.of("match.party-differs");
        }
        if (found.stream().map(item -> Long.signum(item.amount())).distinct().count() < 2) {
            return Optional.of("match.same-side");
        }
        return found.stream().anyMatch(item -> item.date().isAfter(request.date()))
                ? Optional.of("match.date")
                : Optional.empty();
    }

    /** Both sides give the sum of the smaller one; on a side the exact go first, then the oldest. */
    private Map<ItemId, Long> taken(MatchRequest request, Map<ItemId, Long> limits) {
        long[] sums = new long[2];
        limits.forEach((id, limit) -> sums[side(id)] += limit);
        long[] left = {Math.min(sums[0], sums[1]), Math.min(sums[0], sums[1])};
        List<MatchTerm> order = new ArrayList<>(request.terms().castToList());
        order.sort(Comparator.comparing((MatchTerm term) -> term.amount().isEmpty())
                .thenComparing(term -> item(term.item()).date())
                .thenComparing(term -> item(term.item()).place()));
        Map<ItemId, Long> taken = new LinkedHashMap<>();
        for (MatchTerm term : order) {
            int side = side(term.item());
            long part = Math.min(left[side], limits.getOrDefault(term.item(), 0L));
            left[side] -= part;
            if (part > 0) {
                taken.put(term.item(), side == 0 ? part : -part);
            }
        }
        return taken;
    }

    private int side(ItemId id) {
        return item(id).amount() > 0 ? 0 : 1;
    }

    /** Takes a match back; {@code openDay} tells whether its day takes matches. */
    String undo(MatchId id, MatchId undone, LocalDate date, boolean openDay) {
        String command = "undo " + undone + " on " + date;
        Taking known = matches.get(id);
        if (known != null) {
            return known.command().equals(command) ? ReferenceBooks.REPLAYED : "match.id-reused";
        }
        Taking match = matches.get(undone);
        if (match == null || match.undoes() != null) {
            return match == null ? "match.unknown" : "match.is-undoing";
        }
        if (matches.values().stream().anyMatch(taking -> undone.equals(taking.undoes()))) {
            return "match.already-undone";
        }
        if (date.isBefore(match.date())) {
            return "match.date";
        }
        if (!openDay) {
            return "period.locked";
        }
        Map<ItemId, Long> contrary = new LinkedHashMap<>();
        match.parts().forEach((item, part) -> contrary.put(item, -part));
        matches.put(id, new Taking(command, date, contrary, undone));
        return ReferenceBooks.ACCEPTED;
    }
}
