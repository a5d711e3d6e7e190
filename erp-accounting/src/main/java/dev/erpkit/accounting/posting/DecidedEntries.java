package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;
import org.jspecify.annotations.Nullable;

/** The entries a session has decided and not yet written, in order. */
final class DecidedEntries {
    /** A single entry is the usual case; a set pays only for batches. */
    private static final int SEARCHED = 8;

    private final MutableList<JournalEntry> entries = Lists.mutable.ofInitialCapacity(1);
    private @Nullable MutableSet<EntryId> ids;

    MutableList<JournalEntry> entries() {
        return entries;
    }

    int size() {
        return entries.size();
    }

    JournalEntry get(int index) {
        return entries.get(index);
    }

    void add(JournalEntry entry) {
        entries.add(entry);
        if (ids != null) {
            ids.add(entry.id());
        } else if (entries.size() > SEARCHED) {
            ids = Sets.mutable.withAll(entries.collect(JournalEntry::id));
        }
    }

    void backTo(int size) {
        while (entries.size() > size) {
            JournalEntry last = entries.remove(entries.size() - 1);
            if (ids != null) {
                ids.remove(last.id());
            }
        }
    }

    boolean contains(EntryId id) {
        if (ids != null) {
            return ids.contains(id);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
