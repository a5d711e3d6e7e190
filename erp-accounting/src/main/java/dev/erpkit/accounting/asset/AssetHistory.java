package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Transferred;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * All that is known of one asset.
 *
 * @param id the asset
 * @param facts what happened, in the order in which it was recorded; the first one is how it came
 * @param rows the depreciation that is booked, in the order in which it was
 * @param origin the asset it was split from, as it is known now
 */
public record AssetHistory(
        AssetId id, ImmutableList<AssetFact> facts, ImmutableList<BookedRow> rows, Optional<AssetHistory> origin) {

    /** A history that begins with an acquisition. */
    public static AssetHistory of(AssetFact acquired) {
        return new AssetHistory(
                acquired.asset(), Lists.immutable.of(acquired), Lists.immutable.empty(), Optional.empty());
    }

    /** The history with one more fact. */
    public AssetHistory with(AssetFact fact) {
        return new AssetHistory(id, facts.newWith(fact), rows, origin);
    }

    /** The history with one more booked row. */
    public AssetHistory with(BookedRow row) {
        return new AssetHistory(id, facts, rows.newWith(row), origin);
    }

    /** How the asset, or the one it was first split from, was acquired. */
    public AssetFact acquisition() {
        return origin.map(AssetHistory::acquisition).orElseGet(facts::getFirst);
    }

    /** The acquisition itself. */
    public Acquired acquired() {
        return (Acquired) acquisition().change();
    }

    /** When the asset left, if it has. */
    public Optional<AssetFact> disposal() {
        return facts.detectOptional(fact -> fact.change() instanceof Disposed);
    }

    /** Where the asset stood at the end of a day. */
    public Dimensions placeAsOf(LocalDate day) {
        Dimensions place = origin.map(from -> from.placeAsOf(facts.getFirst().day()))
                .orElseGet(() -> acquired().place());
        LocalDate since = LocalDate.MIN;
        for (AssetFact fact : facts) {
            boolean later = !fact.day().isBefore(since) && !fact.day().isAfter(day);
            if (later && fact.change() instanceof Transferred transferred) {
                place = transferred.place();
                since = fact.day();
            }
        }
        return place;
    }

    /** The rows that are booked in one book, in the order of their periods. */
    public ImmutableList<BookedRow> rows(BookId book) {
        MutableList<BookedRow> found = Lists.mutable.empty();
        rows.forEach(row -> {
            if (row.book().equals(book)) {
                found.add(row);
            }
        });
        return found.sortThisBy(BookedRow::periodStart).toImmutable();
    }
}
