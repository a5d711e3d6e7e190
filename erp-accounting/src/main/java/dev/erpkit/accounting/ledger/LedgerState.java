package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import java.time.LocalDate;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.eclipse.collections.api.set.MutableSet;

/** What an index consists of. Not thread-safe: {@link LedgerIndex} guards it. */
final class LedgerState {
    final Dictionary dictionary = new Dictionary();
    final Columns columns = new Columns();

    /** The sums of the days of each month that is busy for some slot. */
    final MutableIntObjectMap<DaySums> days = IntObjectMaps.mutable.empty();

    final Instants instants = new Instants();
    final MutableSet<EntryId> closings = Sets.mutable.empty();
    final Origin origin;

    private Leaf[] leaves = new Leaf[8];
    private LocalDate lastDate = LocalDate.EPOCH;
    private AsOf lastDay = AsOf.of(lastDate);

    LedgerState(Origin origin) {
        this.origin = origin;
    }

    /** Folds in an entry, or throws and changes no balance. */
    void fold(PostedEntry posted) {
        JournalEntry entry = posted.entry();
        int ordinal = Math.toIntExact(posted.position() - origin.position());
        boolean closing = isClosing(entry);
        AsOf date = dayOf(entry.date());
        ImmutableList<JournalLine> lines = entry.lines();
        reserve(entry, lines, closing);
        for (int i = 0; i < lines.size(); i++) {
            JournalLine line = lines.get(i);
            add(leaves[i], date, ordinal, line.amountMinor(), line.baseMinor());
        }
        instants.add(posted.recordedAt());
        if (closing) {
            closings.add(entry.id());
        }
    }

    /** Entries in a row mostly have the same date. */
    private AsOf dayOf(LocalDate date) {
        if (!date.equals(lastDate)) {
            lastDay = AsOf.ofEntry(date);
            lastDate = date;
        }
        return lastDay;
    }

    /** Adds a line that was reserved. */
    void add(Leaf leaf, AsOf date, int ordinal, long amount, long base) {
        int line = columns.append(leaf.id(), date.day(), ordinal, amount, base);
        leaf.slot().add(date, line, amount, base, this);
    }

    /** A reversal of a closing entry opens the year again, so it counts as one. */
    private boolean isClosing(JournalEntry entry) {
        return entry.kind() == EntryKind.CLOSING
                || (entry.kind() == EntryKind.REVERSAL
                        && entry.reverses().filter(closings::contains).isPresent());
    }

    /** Finds the leaves of all lines and counts their turnover, for all lines or for none. */
    private void reserve(JournalEntry entry, ImmutableList<JournalLine> lines, boolean closing) {
        int reserved = 0;
        if (lines.size() > leaves.length) {
            leaves = new Leaf[Math.max(lines.size(), 2 * leaves.length)];
        }
        try {
            for (; reserved < lines.size(); reserved++) {
                JournalLine line = lines.get(reserved);
                Leaf leaf = dictionary.leaf(
                        entry.book(), line.account(), line.currency(), line.baseCurrency(), closing, line.dimensions());
                if (!leaf.slot().reserve(line.amountMinor(), line.baseMinor())) {
                    throw Sums.overflow();
                }
                leaves[reserved] = leaf;
            }
        } finally {
            if (reserved < lines.size()) {
                release(lines, reserved);
            }
        }
    }

    private void release(ImmutableList<JournalLine> lines, int reserved) {
        for (int i = 0; i < reserved; i++) {
            leaves[i].slot().release(lines.get(i).amountMinor(), lines.get(i).baseMinor());
        }
        Arrays.fill(leaves, 0, reserved, null);
    }
}
