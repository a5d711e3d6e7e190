package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.journal.BookId;
import javax.money.MonetaryAmount;

/**
 * What the disposal of an asset comes to in one book.
 *
 * @param cost what it had cost, with improvements and revaluations
 * @param accumulated the depreciation and impairment until then
 * @param proceeds what came in for it
 */
public record Disposal(MonetaryAmount cost, MonetaryAmount accumulated, MonetaryAmount proceeds) {
    /** What it was still worth in the books. */
    public MonetaryAmount bookValue() {
        return cost.subtract(accumulated);
    }

    /** The gain, or below zero the loss: proceeds less book value. */
    public MonetaryAmount result() {
        return proceeds.subtract(bookValue());
    }

    /**
     * What the disposal of a history comes to, or a disposal that is planned: the last row must be in the history.
     *
     * @param before the history without the disposal
     * @param disposal the fact
     */
    public static Disposal of(AssetHistory before, AssetFact disposal, BookId book) {
        Disposed disposed = (Disposed) disposal.change();
        AssetValue value = AssetValue.asOf(before, book, disposal.day());
        return new Disposal(value.cost(), value.accumulated(), disposed.proceeds());
    }
}
