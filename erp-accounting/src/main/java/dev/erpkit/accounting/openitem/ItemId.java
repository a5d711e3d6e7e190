package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.journal.EntryId;

/**
 * Names an open item by the line it comes from.
 *
 * @param entry the entry
 * @param line the place of the line in the entry, from 0
 */
public record ItemId(EntryId entry, int line) implements Comparable<ItemId> {
    /** The id of a line of an entry. */
    public static ItemId of(String entry, int line) {
        return new ItemId(EntryId.of(entry), line);
    }

    @Override
    public int compareTo(ItemId other) {
        int byEntry = entry.compareTo(other.entry);
        return byEntry != 0 ? byEntry : Integer.compare(line, other.line);
    }

    /** The entry and the line, such as {@code invoice-42#0}. */
    @Override
    public String toString() {
        return entry + "#" + line;
    }
}
