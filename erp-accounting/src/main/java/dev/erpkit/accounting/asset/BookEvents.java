package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.accounting.asset.AssetChange.Used;
import dev.erpkit.accounting.journal.BookId;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What a book has to know of an asset and of those it was split from: changes in their order, use, and booked rows. */
final class BookEvents {
    final MutableList<AssetFact> changes = Lists.mutable.empty();
    final MutableList<AssetFact> uses = Lists.mutable.empty();
    final MutableMap<LocalDate, BookedRow> booked = Maps.mutable.empty();
    private LocalDate lastBooked = LocalDate.MIN;
    private Optional<AssetFact> disposal = Optional.empty();

    BookEvents(AssetHistory history, BookId book) {
        collect(history, book, Optional.empty());
        changes.sortThisBy(AssetFact::day);
    }

    private void collect(AssetHistory history, BookId book, Optional<AssetFact> splitOff) {
        history.origin()
                .ifPresent(origin ->
                        collect(origin, book, Optional.of(history.facts().getFirst())));
        for (AssetFact fact : history.facts()) {
            boolean goes = splitOff.isPresent()
                    && fact.change() instanceof SplitOff off
                    && off.part().equals(splitOff.get().asset());
            if (goes) {
                break;
            }
            if (fact.change() instanceof Used) {
                uses.add(fact);
            } else if (fact.change() instanceof Disposed) {
                disposal = Optional.of(fact);
            } else if (fact.change().concerns(book)) {
                changes.add(fact);
            }
        }
        LocalDate until = splitOff.map(AssetFact::day).orElse(LocalDate.MAX);
        for (BookedRow row : history.rows()) {
            if (row.book().equals(book) && row.periodStart().isBefore(until)) {
                booked.put(row.periodStart(), row);
                lastBooked = row.periodStart().isAfter(lastBooked) ? row.periodStart() : lastBooked;
            }
        }
    }

    Optional<AssetFact> disposal() {
        return disposal;
    }

    /** The first day of the last booked period. */
    LocalDate lastBooked() {
        return lastBooked;
    }
}
