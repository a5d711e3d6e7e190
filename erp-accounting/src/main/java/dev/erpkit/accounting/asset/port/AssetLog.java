package dev.erpkit.accounting.asset.port;

import dev.erpkit.accounting.asset.AssetFact;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.BookedRow;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/** Port: what happened to fixed assets, and the depreciation that is booked; insert-only. */
public interface AssetLog {
    /**
     * Adds a fact.
     *
     * @throws DuplicateKeyException when the asset has a fact with this key
     */
    void append(AssetFact fact);

    /**
     * Adds a booked row.
     *
     * @throws DuplicateKeyException when the asset has a row for this period of this book
     */
    void append(BookedRow row);

    /** The facts with a key, of whatever assets: those of one command. In the order in which they were added. */
    ImmutableList<AssetFact> withKey(IdempotencyKey key);

    /** The facts of an asset, in the order in which they were added; none when it is not known. */
    ImmutableList<AssetFact> facts(AssetId asset);

    /** The booked rows of an asset, in the order in which they were added. */
    ImmutableList<BookedRow> rows(AssetId asset);

    /** Pushes every asset, in the order of their first facts. */
    void forEach(Consumer<? super AssetId> sink);
}
