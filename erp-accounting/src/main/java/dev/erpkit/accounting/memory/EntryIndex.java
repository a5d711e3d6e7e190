package dev.erpkit.accounting.memory;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import org.jspecify.annotations.Nullable;

/**
 * Finds an entry by its id: an open-addressing table of hash and place in the list. A general map of objects would follow two
 * references to hash a key, once more for each key whenever it grows, and that was half the cost of posting.
 */
final class EntryIndex {
    private static final int FIRST = 64;

    private final Chunks<PostedEntry> entries;
    /** Hash in the upper half, place + 1 in the lower; 0 is free. */
    private long[] table = new long[FIRST];

    private int size;

    EntryIndex(Chunks<PostedEntry> entries) {
        this.entries = entries;
    }

    @Nullable
    PostedEntry find(EntryId id) {
        int at = slot(id, id.hashCode());
        return table[at] == 0 ? null : entries.get((int) table[at] - 1);
    }

    /** Adds the id of the entry that will stand at the place; false when the id is there already. */
    boolean add(EntryId id, int place) {
        if (2 * size >= table.length) {
            grow();
        }
        int hash = id.hashCode();
        int at = slot(id, hash);
        if (table[at] != 0) {
            return false;
        }
        table[at] = (long) hash << 32 | (place + 1);
        size++;
        return true;
    }

    /** Removes an id, and closes the gap it leaves in the run of its neighbours. */
    void remove(EntryId id) {
        int mask = table.length - 1;
        int gap = slot(id, id.hashCode());
        if (table[gap] == 0) {
            return;
        }
        size--;
        for (int at = (gap + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
            int home = home((int) (table[at] >>> 32), mask);
            if (((at - home) & mask) >= ((at - gap) & mask)) {
                table[gap] = table[at];
                gap = at;
            }
        }
        table[gap] = 0;
    }

    /** The slot of the id, or the free one where it belongs. */
    private int slot(EntryId id, int hash) {
        int mask = table.length - 1;
        int at = home(hash, mask);
        while (table[at] != 0 && !((int) (table[at] >>> 32) == hash && holds(at, id))) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private boolean holds(int at, EntryId id) {
        return entries.get((int) table[at] - 1).id().equals(id);
    }

    /** Keys that differ in the last digit, as numbers of documents do, stay together in one line of the cache. */
    private static int home(int hash, int mask) {
        int mixed = (hash >>> 3) * 0x9E3779B9;
        return (((mixed ^ (mixed >>> 16)) << 3) | (hash & 7)) & mask;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        int mask = table.length - 1;
        for (long known : old) {
            if (known != 0) {
                int at = home((int) (known >>> 32), mask);
                while (table[at] != 0) {
                    at = (at + 1) & mask;
                }
                table[at] = known;
            }
        }
    }
}
