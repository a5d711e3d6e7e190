package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.core.posting.Dimensions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/**
 * Merges lines into a checkpoint and makes an index of one again. In the index the merged debits of a row are one line and
 * its merged credits another.
 */
final class CheckpointFold {
    private static final long[] NOTHING = new long[Sums.COUNT];

    private CheckpointFold() {}

    /** Merges the lines of a snapshot. */
    static Checkpoint of(
            Snapshot snapshot,
            long position,
            Optional<Instant> recordedAt,
            Optional<LocalDate> horizon,
            ImmutableList<EntryId> closings) {
        int firstDay = horizon.map(day -> AsOf.of(day).day()).orElse(Integer.MIN_VALUE);
        MutableLongObjectMap<long[]> merged = LongObjectMaps.mutable.empty();
        snapshot.forEachLine((line, chunk, at) -> {
            long key = ((long) chunk.leaf[at] << 32) | (Math.max(chunk.day[at], firstDay) & 0xffff_ffffL);
            Sums.add(merged.getIfAbsentPut(key, () -> NOTHING.clone()), 0, chunk.amount[at], chunk.base[at]);
        });
        ImmutableList<CheckpointRow> rows = merged.keyValuesView()
                .collect(pair -> row(snapshot.leaf((int) (pair.getOne() >> 32)), (int) pair.getOne(), pair.getTwo()))
                .toSortedList(CheckpointRow.ORDER)
                .toImmutable();
        return Checkpoint.of(position, recordedAt, horizon, closings, rows);
    }

    /** The state of an index that has seen what the checkpoint merged. */
    static LedgerState restore(Checkpoint checkpoint) {
        LedgerState state =
                new LedgerState(new Origin(checkpoint.position(), checkpoint.recordedAt(), checkpoint.horizon()));
        for (CheckpointRow row : checkpoint.rows()) {
            add(state, row, row.debitMinor(), row.debitBaseMinor());
            add(state, row, -row.creditMinor(), -row.creditBaseMinor());
        }
        state.closings.addAllIterable(checkpoint.closings());
        return state;
    }

    private static void add(LedgerState state, CheckpointRow row, long amount, long base) {
        if (amount == 0 && base == 0) {
            return;
        }
        Dimensions dimensions = row.dimensions();
        Leaf leaf = state.dictionary.leaf(
                row.book(), row.account(), row.currency(), row.baseCurrency(), row.closing(), dimensions);
        if (!leaf.slot().reserve(amount, base)) {
            throw Sums.overflow();
        }
        state.add(leaf, AsOf.of(row.day()), Origin.MERGED, amount, base);
    }

    private static CheckpointRow row(Leaf leaf, int day, long[] sums) {
        Slot slot = leaf.slot();
        return new CheckpointRow(
                slot.book,
                slot.account,
                slot.currency,
                slot.baseCurrency,
                leaf.dimensions(),
                slot.closing,
                LocalDate.ofEpochDay(day),
                sums[Sums.DEBIT_AMOUNT],
                sums[Sums.DEBIT_AMOUNT] - sums[Sums.AMOUNT],
                sums[Sums.DEBIT_BASE],
                sums[Sums.DEBIT_BASE] - sums[Sums.BASE]);
    }
}
